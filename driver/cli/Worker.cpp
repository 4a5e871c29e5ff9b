// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Worker.h"
#include "checks/Finding.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyModule.h"
#include "driver/cli/ArgumentAdjuster.h"
#include "driver/cli/FindingBuilder.h"
#include "driver/cli/Protocol.h"
#include "driver/cli/TidyOptions.h"
#include "clang/Basic/Stack.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace clang::tidy {
// Nothing else refers to the module, and an archive's member that nobody
// refers to is not linked.
extern volatile int PerformanceModuleAnchorSource;
[[maybe_unused]] static int PerformanceModuleAnchor =
    PerformanceModuleAnchorSource;
} // namespace clang::tidy

namespace slowpath::cli {

namespace tidy = clang::tidy;

namespace {

class CheckAction : public clang::ASTFrontendAction {
public:
  CheckAction(tidy::ClangTidyASTConsumerFactory &Consumers, bool &Started)
      : Consumers(Consumers), Started(Started) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    llvm::StringRef File) override {
    Started = true;
    // After a fatal error clang stops instantiating templates and goes silent;
    // a missing header must not cost the findings of everything else.
    Compiler.getDiagnostics().setFatalsAsError(true);
    return Consumers.createASTConsumer(Compiler, File);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Consumers;
  bool &Started;
};

class CheckActionFactory : public clang::tooling::FrontendActionFactory {
public:
  explicit CheckActionFactory(tidy::ClangTidyContext &Context)
      : Consumers(Context) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<CheckAction>(Consumers, Started);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    // __clang_analyzer__, as under clang-tidy: the same code, the same
    // findings.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

  /// Did clang get as far as parsing?
  bool Started = false;

private:
  tidy::ClangTidyASTConsumerFactory Consumers;
};

} // namespace

/// The compile command, with what .clang-tidy adds to it and takes from it.
static std::vector<std::string>
commandFor(const UnitRequest &Request, const tidy::ClangTidyOptions &Options,
           const std::string &ResourceDir) {
  std::vector<std::string> Command = Request.Arguments;
  if (Options.RemovedArgs)
    llvm::erase_if(Command, [&](const std::string &Argument) {
      return llvm::is_contained(*Options.RemovedArgs, Argument);
    });
  if (Options.ExtraArgsBefore)
    Command.insert(Command.empty() ? Command.end() : Command.begin() + 1,
                   Options.ExtraArgsBefore->begin(),
                   Options.ExtraArgsBefore->end());
  Command = adjustArguments(std::move(Command), Request.File, ResourceDir);
  if (Options.ExtraArgs)
    // Before the "--" and the file.
    Command.insert(Command.end() - 2, Options.ExtraArgs->begin(),
                   Options.ExtraArgs->end());
  return Command;
}

static UnitResult failed(const UnitRequest &Request, std::string Reason) {
  UnitResult Result;
  Result.File = Request.File;
  Result.State = UnitState::Failed;
  Result.Reason = std::move(Reason);
  return Result;
}

UnitResult analyse(const UnitRequest &Request, const std::string &ResourceDir) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk =
      llvm::vfs::createPhysicalFileSystem();
  if (std::error_code Error =
          Disk->setCurrentWorkingDirectory(Request.Directory))
    return failed(Request, fmt::format("the compile command's directory {}: {}",
                                       Request.Directory, Error.message()));
  if (auto File = Disk->openFileForRead(Request.File); !File)
    return failed(Request,
                  fmt::format("cannot be read: {}", File.getError().message()));

  FindingRecorder Recorder;
  std::vector<std::string> ConfigErrors;
  tidy::ClangTidyContext Context(std::make_unique<TidyOptionsProvider>(
      Request.Checks, Disk, ConfigErrors));
  // Overlapping fixes are all kept: which of them to apply is up to the one
  // who applies them.
  tidy::ClangTidyDiagnosticConsumer Consumer(
      Context, nullptr, /*RemoveIncompatibleErrors=*/false);
  auto DiagOptions = std::make_unique<clang::DiagnosticOptions>();
  clang::DiagnosticsEngine Diags(clang::DiagnosticIDs::create(), *DiagOptions,
                                 &Consumer, /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(DiagOptions), &Diags);
  Context.setCurrentBuildDirectory(Request.Directory);

  auto Files = llvm::makeIntrusiveRefCnt<clang::FileManager>(
      clang::FileSystemOptions(), Disk);
  CheckActionFactory Action(Context);
  clang::tooling::ToolInvocation Invocation(
      commandFor(Request, Context.getOptionsForFile(Request.File), ResourceDir),
      &Action, Files.get(), std::make_shared<clang::PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(&Consumer);
  Invocation.run();

  UnitResult Result = buildResult(Request, Consumer.take(), Recorder.records());
  Result.ConfigErrors.insert(Result.ConfigErrors.begin(), ConfigErrors.begin(),
                             ConfigErrors.end());
  if (!Action.Started) {
    Result.State = UnitState::Failed;
    if (Result.Reason.empty())
      Result.Reason = "clang did not accept the compile command";
  }
  return Result;
}

static bool writeAll(int Fd, llvm::StringRef Text) {
  while (!Text.empty()) {
    ssize_t Written = write(Fd, Text.data(), Text.size());
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written <= 0)
      return false;
    Text = Text.drop_front(static_cast<size_t>(Written));
  }
  return true;
}

int runWorker() {
  clang::noteBottomOfStack();
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
  // An address of this program tells llvm where it lies.
  const std::string ResourceDir =
      findResourceDir(llvm::sys::fs::getMainExecutable(
          "slowpath", reinterpret_cast<void *>(&runWorker)));

  std::FILE *Requests = fdopen(WorkerRequestFd, "r");
  if (!Requests)
    return 2;
  char *Line = nullptr;
  size_t Capacity = 0;
  while (getline(&Line, &Capacity, Requests) > 0) {
    llvm::Expected<UnitRequest> Request = decodeRequest(Line);
    if (!Request) {
      llvm::errs() << "slowpath worker: " << llvm::toString(Request.takeError())
                   << '\n';
      return 2;
    }
    if (!writeAll(WorkerResultFd, encode(analyse(*Request, ResourceDir))))
      return 2;
  }
  // The pipe is closed: nothing more is wanted. The process ends, which frees
  // Line.
  return 0;
}

} // namespace slowpath::cli
