// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/Lint.h"
#include "clang-tidy/ClangTidy.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

namespace slowpath::test {
namespace {

constexpr unsigned MaxRounds = 5;

/// Resolves positions of diagnostics in the files of one request.
class Places {
public:
  explicit Places(const LintRequest &Request) : Request(Request) {}

  LintedPlace resolve(llvm::StringRef File, unsigned Offset) {
    LintedPlace Place;
    Place.File = absolute(File);
    Place.Offset = Offset;
    llvm::StringRef Before = text(Place.File).substr(0, Offset);
    Place.Line = static_cast<unsigned>(Before.count('\n')) + 1;
    const size_t LineStart = Before.rfind('\n');
    Place.Column = static_cast<unsigned>(LineStart == llvm::StringRef::npos
                                             ? Before.size() + 1
                                             : Before.size() - LineStart);
    return Place;
  }

  std::string absolute(llvm::StringRef File) const {
    llvm::SmallString<256> Path(File);
    llvm::sys::path::make_absolute(llvm::sys::path::parent_path(Request.File),
                                   Path);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    return Path.str().str();
  }

  llvm::StringRef text(const std::string &File) {
    auto [It, IsNew] = Texts.try_emplace(File);
    if (!IsNew)
      return It->second;
    if (auto Overlaid = Request.Overlay.find(File);
        Overlaid != Request.Overlay.end())
      It->second = Overlaid->second;
    else if (auto Buffer = llvm::MemoryBuffer::getFile(File))
      It->second = (*Buffer)->getBuffer().str();
    return It->second;
  }

private:
  const LintRequest &Request;
  std::map<std::string, std::string> Texts;
};

void addEdits(const llvm::StringMap<clang::tooling::Replacements> &From,
              Places &At, FileEdits &To) {
  for (const auto &Entry : From) {
    clang::tooling::Replacements &Edits = To[At.absolute(Entry.getKey())];
    for (const clang::tooling::Replacement &Edit : Entry.getValue())
      // Two notes of one diagnostic may offer the same edit.
      llvm::consumeError(Edits.add(clang::tooling::Replacement(
          At.absolute(Entry.getKey()), Edit.getOffset(), Edit.getLength(),
          Edit.getReplacementText())));
  }
}

/// Adds the edits of one finding to those of others, all of them or none.
void addUnlessOverlapping(const FileEdits &New, FileEdits &All) {
  FileEdits Trial = All;
  for (const auto &Entry : New)
    for (const clang::tooling::Replacement &Edit : Entry.getValue()) {
      clang::tooling::Replacements &Edits = Trial[Entry.getKey()];
      // Findings may share an edit, such as an inserted declaration.
      if (std::find(Edits.begin(), Edits.end(), Edit) != Edits.end())
        continue;
      if (llvm::Error Overlap = Edits.add(Edit)) {
        llvm::consumeError(std::move(Overlap));
        return;
      }
    }
  All = std::move(Trial);
}

} // namespace

LintResult lint(const LintRequest &Request) {
  namespace tidy = clang::tidy;
  tidy::ClangTidyOptions Options = tidy::ClangTidyOptions::getDefaults();
  Options.Checks = Request.Checks;
  Options.HeaderFilterRegex = ".*";
  Options.SystemHeaders = false;
  for (const auto &[Name, Value] : Request.Options)
    Options.CheckOptions.insert_or_assign(
        Name, tidy::ClangTidyOptions::ClangTidyValue(Value));
  tidy::ClangTidyContext Context(std::make_unique<tidy::DefaultOptionsProvider>(
      tidy::ClangTidyGlobalOptions(), Options));

  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[Path, Text] : Request.Overlay)
    Memory->addFile(Path, 0, llvm::MemoryBuffer::getMemBuffer(Text, Path));
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::getRealFileSystem());
  Files->pushOverlay(Memory);

  std::vector<std::string> Args = Request.Args;
  Args.push_back("-resource-dir=" SLOWPATH_CLANG_RESOURCE_DIR);
  // Files that exist only in the overlay may be in a folder that is not there.
  llvm::StringRef Directory = llvm::sys::path::parent_path(Request.File);
  if (!llvm::sys::fs::is_directory(Directory))
    Directory = "/";
  const clang::tooling::FixedCompilationDatabase Database(Directory, Args);

  FindingRecorder Recorder;
  const std::vector<tidy::ClangTidyError> Errors =
      tidy::runClangTidy(Context, Database, Request.File, Files,
                         /*ApplyAnyFix=*/false, /*EnableCheckProfile=*/false,
                         /*StoreCheckProfile=*/{}, /*Quiet=*/true);

  LintResult Result;
  Places At(Request);
  for (const tidy::ClangTidyError &Error : Errors) {
    const LintedPlace Place =
        At.resolve(Error.Message.FilePath, Error.Message.FileOffset);
    if (llvm::StringRef(Error.DiagnosticName).starts_with("clang-diagnostic")) {
      Result.CompileErrors.push_back(fmt::format(
          "{}:{}: {}", Place.File, Place.Line, Error.Message.Message));
      continue;
    }
    LintedFinding Finding;
    Finding.Check = Error.DiagnosticName;
    Finding.At = Place;
    Finding.Message = Error.Message.Message;
    addEdits(Error.Message.Fix, At, Finding.Safe);
    for (const clang::tooling::DiagnosticMessage &Note : Error.Notes) {
      Finding.Notes.push_back(
          {At.resolve(Note.FilePath, Note.FileOffset), Note.Message});
      addEdits(Note.Fix, At, Finding.Review);
    }
    for (const FindingRecord &Record : Recorder.records())
      if (Record.Check == Finding.Check && Record.Offset == Place.Offset &&
          At.absolute(Record.File) == Place.File &&
          Record.Message == Finding.Message)
        Finding.Record = Record;
    Result.Findings.push_back(std::move(Finding));
  }
  return Result;
}

FixOutcome applyFixes(const LintRequest &Request, const LintResult &First,
                      Apply What) {
  FixOutcome Outcome;
  LintRequest Current = Request;
  Outcome.Last = First;
  while (true) {
    FileEdits Edits;
    for (const LintedFinding &Finding : Outcome.Last.Findings) {
      addUnlessOverlapping(Finding.Safe, Edits);
      if (What == Apply::SafeAndReview)
        addUnlessOverlapping(Finding.Review, Edits);
    }
    if (Edits.empty()) {
      Outcome.Converged = true;
      return Outcome;
    }
    if (Outcome.Rounds == MaxRounds)
      return Outcome;
    ++Outcome.Rounds;
    Places At(Current);
    for (const auto &Entry : Edits) {
      const std::string File = Entry.getKey().str();
      llvm::Expected<std::string> Text =
          clang::tooling::applyAllReplacements(At.text(File), Entry.getValue());
      if (!Text) {
        llvm::consumeError(Text.takeError());
        return Outcome;
      }
      Outcome.Changed[File] = *Text;
    }
    for (const auto &[File, Text] : Outcome.Changed)
      Current.Overlay[File] = Text;
    Outcome.Last = lint(Current);
  }
}

std::vector<std::string> defaultArgs() { return {"-std=c++20", "-Wall"}; }

} // namespace slowpath::test
