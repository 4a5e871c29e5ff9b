// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/LinkedCheck.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {

static constexpr llvm::StringLiteral CallId = "call";

void LinkedCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  Finder->addMatcher(callExpr(InUserCode).bind(CallId), this);
  Finder->addMatcher(cxxConstructExpr(InUserCode).bind(CallId), this);
}

void LinkedCheck::check(const MatchFinder::MatchResult &Result) {
  const auto &Call = *Result.Nodes.getNodeAs<Expr>(CallId);
  if (FindingRecorder::linksLater()) {
    offerToLinker(Call, *Result.Context);
    return;
  }
  if (!mayBeLinked(Call, *Result.Context))
    return;
  Context = Result.Context;
  const SourceManager &SM = *Result.SourceManager;
  const PresumedLoc At =
      SM.getPresumedLoc(SM.getFileLoc(Call.getBeginLoc()), false);
  if (At.isValid())
    Places.try_emplace(
        placeText(SM.getFilename(SM.getFileLoc(Call.getBeginLoc())),
                  At.getLine(), At.getColumn()),
        Call.getSourceRange());
}

void LinkedCheck::onEndOfTranslationUnit() {
  if (Places.empty())
    return;
  facts::Unit Facts = unit(*Context).facts();
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
  Linked.add(std::move(Facts));
  Linked.link();
  std::vector<LinkedFinding> Found;
  find(Linked, Found);

  SourceManager &SM = Context->getSourceManager();
  for (LinkedFinding &Each : Found) {
    const facts::Site &Site = *Each.At;
    Finding F;
    F.Range = Places.lookup(placeText(Each.At.In->fileOf(Site.at()),
                                      Site.at().line(), Site.at().column()));
    F.Message = std::move(Each.Message);
    F.Growth = Each.Growth;
    for (LinkedNote &Note : Each.Notes)
      if (const OptionalFileEntryRef File =
              SM.getFileManager().getOptionalFileRef(Note.File))
        F.Notes.push_back(
            {SM.translateFileLineCol(*File, Note.At.line(), Note.At.column()),
             std::move(Note.Message)});
    F.Fix.Title = std::move(Each.FixTitle);
    F.Fix.Code = std::move(Each.Advice);
    report(std::move(F), *Context);
  }
  Places.clear();
}

} // namespace slowpath
