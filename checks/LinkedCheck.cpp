// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/LinkedCheck.h"
#include "checks/facts/FactsOf.h"
#include "checks/facts/Index.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/HeldCallables.h"
#include "checks/support/Types.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {

/// The global CheckOption that names an index file.
static constexpr llvm::StringLiteral IndexOption = "slowpath.Index";

/// Does a row say that Call does more than to use a container or text?
static bool isCallOfInterest(const Expr &Call, const ApiModels &Models) {
  const std::optional<ModeledCall> Model = Models.match(Call);
  return Model &&
         (isFarReaching(Model->Effects) ||
          Model->Effects.hasAny({Effect::CallbackPerItem, Effect::CallbackBind,
                                 Effect::CallbackWrap, Effect::RegexCompile,
                                 Effect::LocaleCreate, Effect::RandomCreate,
                                 Effect::AllocHeavy}));
}

std::optional<LinkedCheck::SourcePlace>
LinkedCheck::placeOf(SourceLocation Loc, const SourceManager &SM) {
  const PresumedLoc At = SM.getPresumedLoc(SM.getFileLoc(Loc), false);
  if (At.isInvalid())
    return std::nullopt;
  return SourcePlace{SM.getFilename(SM.getFileLoc(Loc)).str(), At.getLine(),
                     At.getColumn()};
}

void LinkedCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  Finder->addMatcher(callExpr(InUserCode).bind(CallId), this);
  Finder->addMatcher(cxxConstructExpr(InUserCode).bind(CallId), this);
}

void LinkedCheck::check(const MatchFinder::MatchResult &Result) {
  Context = Result.Context;
  const auto &Call = *Result.Nodes.getNodeAs<Expr>(CallId);
  if (!isCandidate(Call, *Result.Context))
    return;
  llvm::SmallVector<FixItHint, 4> Edits = editsFor(Call, unit(*Context));
  if (FindingRecorder::linksLater()) {
    diag(Call.getBeginLoc(), "%0") << CandidateMessage;
    // Edits of a note do not get in the way of those of warnings.
    if (!Edits.empty()) {
      DiagnosticBuilder Note =
          diag(Call.getBeginLoc(), "%0", DiagnosticIDs::Note);
      Note << CandidateMessage;
      for (const FixItHint &Edit : Edits)
        Note << Edit;
    }
    return;
  }
  if (const std::optional<SourcePlace> At =
          placeOf(Call.getBeginLoc(), *Result.SourceManager))
    Places.try_emplace(placeText(At->File, At->Line, At->Column),
                       Candidate{Call.getSourceRange(), std::move(Edits)});
}

bool LinkedCheck::isCandidate(const Expr &Call, ASTContext &InContext) {
  TranslationUnit &TU = unit(InContext);
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!calledHolder(Call, TU.models()) &&
      (!Shape || !isa<FunctionDecl>(Shape->Callee) ||
       (!TU.isUserCode(Shape->Callee->getLocation()) &&
        !isCallOfInterest(Call, TU.models()))))
    return false;
  const Loop *L = TU.innermostLoop(Call);
  while (L && !L->isDataLoop())
    L = L->Parent;
  // An algorithm, too, is blamed for what it runs.
  if (const FunctionDecl *Function = TU.functionAround(Call); Function && !L)
    for (const auto &Each : TU.analysis(*Function).loops())
      if (Each->Statement == &Call)
        L = Each.get();
  // Whether the function is rare, the linker knows better.
  return L && mayReport(Call, InContext);
}

bool LinkedCheck::isOfRequest(const Expr &Call, ASTContext &InContext) {
  const FunctionDecl *Function = unit(InContext).functionAround(Call);
  return Function && answersRequest(*Function) && mayReport(Call, InContext);
}

std::string LinkedCheck::mainFile() const {
  const SourceManager &SM = Context->getSourceManager();
  const OptionalFileEntryRef Entry =
      SM.getFileEntryRefForID(SM.getMainFileID());
  llvm::SmallString<256> Path(Entry ? Entry->getName() : "");
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

void LinkedCheck::addOthers(const facts::Unit &Own, Program &Linked) {
  const llvm::StringRef Option = Options.getLocalOrGlobal(IndexOption, "");
  const std::unique_ptr<FactsIndex> Index =
      Option.empty() ? FactsIndex::findFor(Own.file())
                     : FactsIndex::open(Option.str());
  if (!Index)
    return;
  llvm::StringSet<> Known;
  for (const facts::Function &Function : Own.functions())
    Known.insert(Function.usr());
  for (facts::Unit &Other : Index->around(Own)) {
    // Functions of headers are known better here, where they were just read.
    auto &Functions = *Other.mutable_functions();
    Functions.erase(std::remove_if(Functions.begin(), Functions.end(),
                                   [&](const facts::Function &Function) {
                                     return !Function.is_internal() &&
                                            Known.contains(Function.usr());
                                   }),
                    Functions.end());
    Linked.add(std::move(Other));
  }
  Linked.add(Index->traits());
}

void LinkedCheck::onEndOfTranslationUnit() {
  if (Places.empty() && !isPending())
    return;
  facts::Unit Facts = unit(*Context).facts();
  Facts.set_file(mainFile());
  for (facts::Function &Function : *Facts.mutable_functions()) {
    if (includesTests())
      Function.set_is_test(false);
    for (facts::Site &Site : *Function.mutable_sites())
      if (Places.contains(
              placeText(Facts.files(static_cast<int>(Site.at().file())),
                        Site.at().line(), Site.at().column())))
        Site.add_reportable(info().Name.str());
  }
  Program Linked;
  addOthers(Facts, Linked);
  Linked.add(std::move(Facts));
  Linked.link();
  settle(Linked);
  std::vector<LinkedFinding> Found;
  find(Linked, Found);

  SourceManager &SM = Context->getSourceManager();
  for (LinkedFinding &Each : Found) {
    const facts::Site &Site = *Each.At;
    Finding F;
    const auto Place = Places.find(placeText(
        Each.At.In->fileOf(Site.at()), Site.at().line(), Site.at().column()));
    // Of another file: shown when that is open.
    if (Place == Places.end())
      continue;
    F.Range = Place->second.Range;
    F.Message = std::move(Each.Message);
    F.Growth = Each.Growth;
    for (LinkedNote &Note : Each.Notes)
      if (const OptionalFileEntryRef File =
              SM.getFileManager().getOptionalFileRef(Note.File))
        F.Notes.push_back(
            {SM.translateLineCol(SM.getOrCreateFileID(*File, SrcMgr::C_User),
                                 Note.At.line(), Note.At.column()),
             std::move(Note.Message)});
    F.Fix.Title = std::move(Each.FixTitle);
    F.Fix.Code = std::move(Each.Advice);
    F.Fix.Edits = Place->second.Edits;
    if (!F.Fix.Edits.empty())
      F.Fix.Level = FixLevel::Review;
    report(std::move(F), *Context);
  }
  Places.clear();
}

} // namespace slowpath
