// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Worker.h"
#include "checks/Finding.h"
#include "checks/facts/FactsOf.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyModule.h"
#include "driver/cli/ArgumentAdjuster.h"
#include "driver/cli/FindingBuilder.h"
#include "driver/cli/Paths.h"
#include "driver/cli/PrecompiledHeader.h"
#include "driver/cli/Protocol.h"
#include "driver/cli/TidyOptions.h"
#include "clang/Basic/Stack.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/TargetOptions.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>
#include <fmt/format.h>
#include <set>
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

/// gcc has names for processors that clang has none for; without one the code
/// means the same.
void dropUnknownProcessor(clang::TargetOptions &Options) {
  if (Options.CPU.empty() && Options.TuneCPU.empty())
    return;
  clang::DiagnosticOptions DiagOptions;
  clang::IgnoringDiagConsumer Ignoring;
  clang::DiagnosticsEngine Diags(clang::DiagnosticIDs::create(), DiagOptions,
                                 &Ignoring, /*ShouldOwnClient=*/false);
  // Creating a target completes its options.
  clang::TargetOptions Copy = Options;
  const llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target =
      clang::TargetInfo::CreateTargetInfo(Diags, Copy);
  if (Target)
    return;
  Options.CPU.clear();
  Options.TuneCPU.clear();
}

/// Runs after the checks, whose analyses it shares.
class FactsConsumer : public clang::ASTConsumer {
public:
  explicit FactsConsumer(facts::Unit &Facts) : Facts(Facts) {}
  void HandleTranslationUnit(clang::ASTContext &Context) override {
    if (Context.getLangOpts().CPlusPlus)
      Facts = TranslationUnit::of(Context)->facts();
  }

private:
  facts::Unit &Facts;
};

/// All files that are read, those of the system, too.
class AllDependencies : public clang::DependencyCollector {
  bool needSystemDependencies() override { return true; }
};

class CheckAction : public clang::ASTFrontendAction {
public:
  /// Facts: what the unit says for others is put there; null if that is not
  /// wanted.
  CheckAction(tidy::ClangTidyASTConsumerFactory &Consumers, bool &Started,
              facts::Unit *Facts, AllDependencies &Read)
      : Consumers(Consumers), Started(Started), Facts(Facts), Read(Read) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    llvm::StringRef File) override {
    // After a fatal error clang stops instantiating templates and goes silent;
    // a missing header must not cost the findings of everything else.
    Compiler.getDiagnostics().setFatalsAsError(true);
    Read.attachToPreprocessor(Compiler.getPreprocessor());
    std::vector<std::unique_ptr<clang::ASTConsumer>> Both;
    Both.push_back(Consumers.createASTConsumer(Compiler, File));
    if (Facts)
      Both.push_back(std::make_unique<FactsConsumer>(*Facts));
    return std::make_unique<clang::MultiplexConsumer>(std::move(Both));
  }

  void ExecuteAction() override {
    Started = true;
    ASTFrontendAction::ExecuteAction();
  }

private:
  tidy::ClangTidyASTConsumerFactory &Consumers;
  bool &Started;
  facts::Unit *Facts;
  AllDependencies &Read;
};

class CheckActionFactory : public clang::tooling::FrontendActionFactory {
public:
  CheckActionFactory(tidy::ClangTidyContext &Context, bool UsesPrecompiled,
                     bool WithFacts)
      : Consumers(Context), UsesPrecompiled(UsesPrecompiled),
        WithFacts(WithFacts) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<CheckAction>(Consumers, Started,
                                         WithFacts ? &Facts : nullptr, Read);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    dropUnknownProcessor(Invocation->getTargetOpts());
    // __clang_analyzer__, as under clang-tidy: the same code, the same
    // findings.
    clang::PreprocessorOptions &Options = Invocation->getPreprocessorOpts();
    Options.SetUpStaticAnalyzer = true;
    if (!Options.ImplicitPCHInclude.empty() && UsesPrecompiled)
      Precompiled = precompiledFiles(Options.ImplicitPCHInclude, *Files,
                                     Containers->getRawReader());
    if (!Precompiled)
      Options.ImplicitPCHInclude.clear();
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

  /// Did clang get as far as parsing?
  bool Started = false;
  /// What the unit says for others.
  facts::Unit Facts;
  /// What was read.
  AllDependencies Read;
  /// The files of the precompiled header that was used, if one was.
  std::optional<std::vector<std::string>> Precompiled;

private:
  tidy::ClangTidyASTConsumerFactory Consumers;
  bool UsesPrecompiled;
  bool WithFacts;
};

/// Parts of a compile command that clang may be unable to use, and that the
/// code means the same without.
struct Dispensable {
  bool PrecompiledHeader = true;
  bool Processor = true;
};

} // namespace

/// The compile command, with what .clang-tidy adds to it and takes from it.
static std::vector<std::string>
commandFor(const UnitRequest &Request, const tidy::ClangTidyOptions &Options,
           const std::string &ResourceDir, const Dispensable &Kept) {
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
  if (!Kept.Processor)
    llvm::erase_if(Command, [](llvm::StringRef Argument) {
      return Argument.starts_with("-march=") || Argument.starts_with("-mcpu=");
    });
  return Command;
}

static UnitResult failed(const UnitRequest &Request, std::string Reason) {
  UnitResult Result;
  Result.File = Request.File;
  Result.State = UnitState::Failed;
  Result.Reason = std::move(Reason);
  return Result;
}

/// Is one of the findings, or a part of a rewrite, in one of these files?
static bool concerns(const UnitResult &Result,
                     const std::vector<std::string> &Files,
                     const UnitRequest &Request) {
  auto Shown = [&](const std::string &File) {
    return relativeTo(canonicalPath(File, Request.Directory), Request.Root);
  };
  llvm::StringSet<> Elsewhere;
  for (const ReportedFinding &F : Result.Findings) {
    Elsewhere.insert(F.File);
    for (const Fix &Rewrite : F.Fixes)
      for (const Edit &E : Rewrite.Edits)
        Elsewhere.insert(E.File);
  }
  Elsewhere.erase(Shown(Request.File));
  return !Elsewhere.empty() &&
         llvm::any_of(Files, [&](const std::string &File) {
           return Elsewhere.contains(Shown(File));
         });
}

/// For some targets it is clang's driver that refuses a processor.
static bool isAboutProcessor(const tidy::ClangTidyError &Error) {
  const llvm::StringRef Message = Error.Message.Message;
  return Error.Message.FilePath.empty() &&
         (Message.contains("'-march='") || Message.contains("'-mcpu='"));
}

static std::vector<std::string>
inputsOf(const UnitRequest &Request,
         const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &Disk,
         CheckActionFactory &Action) {
  std::set<std::string> Inputs;
  const auto Add = [&](llvm::StringRef File) {
    if (llvm::sys::fs::exists(File))
      Inputs.insert(canonicalPath(File.str(), Request.Directory));
  };
  for (const std::string &File : Action.Read.getDependencies())
    Add(File);
  if (Action.Precompiled)
    for (const std::string &File : *Action.Precompiled)
      Add(File);
  std::vector<std::string> Ignored;
  TidyOptionsProvider Provider(Request.Checks, Disk, Ignored);
  for (const std::string &File : Provider.filesBehind(Request.File))
    Add(File);
  return {Inputs.begin(), Inputs.end()};
}

/// Takes out of Kept what did not work, and then returns nothing.
static std::optional<UnitResult>
attempt(const UnitRequest &Request, const std::string &ResourceDir,
        const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &Disk,
        Dispensable &Kept) {
  FindingRecorder Recorder(/*IsLinkedLater=*/true);
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
  CheckActionFactory Action(Context, Kept.PrecompiledHeader, Request.WithFacts);
  clang::tooling::ToolInvocation Invocation(
      commandFor(Request, Context.getOptionsForFile(Request.File), ResourceDir,
                 Kept),
      &Action, Files.get(), std::make_shared<clang::PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(&Consumer);
  Invocation.run();

  const std::vector<tidy::ClangTidyError> Errors = Consumer.take();
  if (Kept.Processor && llvm::any_of(Errors, isAboutProcessor)) {
    Kept.Processor = false;
    return std::nullopt;
  }
  // Made with other settings than this unit's.
  if (Action.Precompiled && !Action.Started) {
    Kept.PrecompiledHeader = false;
    return std::nullopt;
  }
  UnitResult Result =
      buildResult(Request, Errors, Recorder.records(), std::move(Action.Facts));
  // Which includes such a file has, and so where a rewrite can add one, only
  // its text says.
  if (Action.Precompiled && concerns(Result, *Action.Precompiled, Request)) {
    Kept.PrecompiledHeader = false;
    return std::nullopt;
  }
  if (Request.WithInputs)
    Result.Inputs = inputsOf(Request, Disk, Action);
  Result.ConfigErrors.insert(Result.ConfigErrors.begin(), ConfigErrors.begin(),
                             ConfigErrors.end());
  if (!Action.Started) {
    Result.State = UnitState::Failed;
    if (Result.Reason.empty())
      Result.Reason = "clang did not accept the compile command";
  }
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
  Dispensable Kept;
  for (;;)
    if (std::optional<UnitResult> Result =
            attempt(Request, ResourceDir, Disk, Kept))
      return std::move(*Result);
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
