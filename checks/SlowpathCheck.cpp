// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/SlowpathCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/TestCode.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

thread_local FindingRecorder *CurrentRecorder = nullptr;

/// The global CheckOptions, shared by all checks.
constexpr llvm::StringLiteral TestsOption = "slowpath.Tests";
constexpr llvm::StringLiteral ModelsOption = "slowpath.Models";

/// Edits can only be made in files, not inside of macro expansions.
bool canEdit(const Rewrite &Fix) {
  return !Fix.Edits.empty() &&
         llvm::none_of(Fix.Edits, [](const FixItHint &Edit) {
           return Edit.RemoveRange.getBegin().isMacroID() ||
                  Edit.RemoveRange.getEnd().isMacroID() ||
                  Edit.InsertFromRange.getBegin().isMacroID();
         });
}

} // namespace

FindingRecorder::FindingRecorder(bool LinkedLater)
    : Previous(CurrentRecorder), IsLinkedLater(LinkedLater) {
  CurrentRecorder = this;
}
FindingRecorder::~FindingRecorder() { CurrentRecorder = Previous; }
FindingRecorder *FindingRecorder::current() { return CurrentRecorder; }

SlowpathCheck::SlowpathCheck(const CheckInfo &Info, llvm::StringRef Name,
                             tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Info(Info),
      IncludeTests(Options.getLocalOrGlobal(TestsOption, false)),
      UserModels(Options.getLocalOrGlobal(ModelsOption, "").str()),
      Includes(Options.getLocalOrGlobal("IncludeStyle",
                                        tidy::utils::IncludeSorter::IS_LLVM),
               areDiagsSelfContained()) {}

void SlowpathCheck::registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                                        Preprocessor *) {
  Includes.registerPreprocessor(PP);
}

void SlowpathCheck::addInclude(Rewrite &Fix, SourceLocation Loc,
                               llvm::StringRef Header, ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const FileID Where = SM.getFileID(SM.getExpansionLoc(Loc));
  const auto [Known, IsNew] =
      IncludeEdits.try_emplace({Where, Header.str()}, std::nullopt);
  if (IsNew)
    Known->second = Includes.createIncludeInsertion(Where, Header);
  if (std::optional<FixItHint> Edit = Known->second) {
    // The inserter knows only one kind of line break.
    const llvm::StringRef File = SM.getBufferData(Where);
    if (File.take_front(File.find('\n')).ends_with("\r"))
      for (size_t At = Edit->CodeToInsert.find('\n'); At != std::string::npos;
           At = Edit->CodeToInsert.find('\n', At + 2))
        Edit->CodeToInsert.replace(At, 1, "\r\n");
    Fix.Edits.push_back(*Edit);
  }
}

void SlowpathCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  for (const OptionInfo &Option : Info.Options)
    Options.store(Opts, Option.Name, option(Option.Name));
}

llvm::StringRef SlowpathCheck::option(llvm::StringRef Name) const {
  const auto *Declared = llvm::find_if(
      Info.Options, [&](const OptionInfo &O) { return O.Name == Name; });
  assert(Declared != Info.Options.end() && "the option is not in CheckInfo");
  return Options.get(Name, Declared->Default);
}

unsigned SlowpathCheck::numericOption(llvm::StringRef Name) const {
  unsigned Value = 0;
  // A value that is no number was reported by clang-tidy's own parser only for
  // numeric getters, so fall back to the declared default.
  if (!llvm::to_integer(option(Name), Value))
    for (const OptionInfo &O : Info.Options)
      if (O.Name == Name)
        (void)llvm::to_integer(O.Default, Value);
  return Value;
}

TranslationUnit &SlowpathCheck::unit(ASTContext &Context) {
  if (!Unit) {
    std::string Error;
    Unit = TranslationUnit::of(Context, UserModels, &Error);
    // Not through the ASTContext: clang-tidy looks diagnostics up in an engine
    // of its own, and does not survive one that is not from there.
    if (!Error.empty())
      configurationDiag("slowpath.Models: %0") << Error;
  }
  return *Unit;
}

void SlowpathCheck::run(const ast_matchers::MatchFinder::MatchResult &Result) {
  unit(*Result.Context);
  check(Result);
}

bool SlowpathCheck::isReportable(const Stmt &S, ASTContext &Context) {
  return mayReport(S, Context) &&
         !unit(Context).isRare(*unit(Context).functionAround(S));
}

bool SlowpathCheck::mayReport(const Stmt &S, ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation Loc = S.getBeginLoc();
  TranslationUnit &TU = unit(Context);
  if (!TU.isUserCode(Loc) || TU.isGenerated(Loc))
    return false;
  // In a macro only what lies within one argument was spelled by the user. A
  // statement of the user may end with a whole macro: `text + SEPARATOR`.
  const bool EndsWithMacro =
      Loc.isFileID() && Lexer::makeFileCharRange(
                            CharSourceRange::getTokenRange(S.getSourceRange()),
                            SM, Context.getLangOpts())
                            .isValid();
  if ((Loc.isMacroID() || S.getEndLoc().isMacroID()) && !EndsWithMacro &&
      (!SM.isMacroArgExpansion(Loc) ||
       SM.getFileID(Loc) != SM.getFileID(S.getEndLoc())))
    return false;
  const FunctionDecl *Function = TU.functionAround(S);
  // Code outside of functions, and template instantiations, have none.
  if (!Function)
    return false;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (!Analysis.isWhole() || Analysis.isCold(S))
    return false;
  return IncludeTests || !TU.isTest(*Function);
}

void SlowpathCheck::report(Finding F, ASTContext &Context) {
  assert(!F.Message.empty() && F.Message.back() != '.' &&
         "messages have no full stop");
  assert(!F.Fix.Code.empty() && "every finding shows a rewrite");
  const SourceManager &SM = Context.getSourceManager();
  if (F.Fix.Level != FixLevel::Advice && !canEdit(F.Fix))
    F.Fix.Level = FixLevel::Advice;
  if (F.Fix.Level == FixLevel::Advice)
    F.Fix.Edits.clear();

  std::string Message = F.Message;
  if (!F.Growth.Before.empty())
    Message += (" (" + F.Growth.Before + " → " + F.Growth.After + ")").str();

  const SourceLocation Begin = F.Range.getBegin();
  {
    DiagnosticBuilder Warning = diag(Begin, "%0");
    Warning << Message << F.Range;
    if (F.Fix.Level == FixLevel::Safe)
      for (const FixItHint &Edit : F.Fix.Edits)
        Warning << Edit;
  }
  if (F.In)
    diag(F.In->location(SM), "%0", DiagnosticIDs::Note)
        << (F.In->Shape == Loop::Kind::Algorithm
                ? "the callable is run once per element by this call"
                : "inside this loop");
  for (const FindingNote &Note : F.Notes)
    diag(Note.Loc, "%0", DiagnosticIDs::Note) << Note.Message;
  // clangd offers a note with edits as an alternative quick fix, titled by the
  // note's text; clang-tidy applies it only with --fix-notes.
  if (F.Fix.Level == FixLevel::Review) {
    DiagnosticBuilder Note = diag(Begin, "%0", DiagnosticIDs::Note);
    Note << RewriteNotePrefix.str() + F.Fix.Title;
    for (const FixItHint &Edit : F.Fix.Edits)
      Note << Edit;
  } else if (F.Fix.Level == FixLevel::Advice) {
    diag(Begin, "%0", DiagnosticIDs::Note)
        << RewriteNotePrefix.str() + F.Fix.Title + ":\n" + F.Fix.Code;
  }

  if (FindingRecorder *Recorder = FindingRecorder::current()) {
    const SourceLocation FileBegin = SM.getFileLoc(Begin);
    const SourceLocation FileEnd = Lexer::getLocForEndOfToken(
        SM.getFileLoc(F.Range.getEnd()), 0, SM, Context.getLangOpts());
    FindingRecord Record;
    Record.Check = Info.Name.str();
    Record.File = SM.getFilename(FileBegin).str();
    Record.Offset = SM.getFileOffset(FileBegin);
    Record.EndOffset =
        FileEnd.isValid() && SM.getFileID(FileEnd) == SM.getFileID(FileBegin)
            ? SM.getFileOffset(FileEnd)
            : Record.Offset;
    Record.Message = std::move(Message);
    Record.CostBefore = F.Growth.Before.str();
    Record.CostAfter = F.Growth.After.str();
    Record.Level = F.Fix.Level;
    Record.FixTitle = std::move(F.Fix.Title);
    Record.Advice = std::move(F.Fix.Code);
    Recorder->add(std::move(Record));
  }
}

} // namespace slowpath
