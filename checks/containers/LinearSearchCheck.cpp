// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/containers/LinearSearchCheck.h"
#include "checks/support/LinearSearch.h"
#include "checks/support/Objects.h"
#include "checks/support/SearchRewrite.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";
constexpr llvm::StringLiteral LoopId = "loop";

/// Is S an argument of `assert` or the like, which release builds leave out?
bool isAsserted(const Stmt &S, const ASTContext &Context) {
  SourceLocation Loc = S.getBeginLoc();
  const SourceManager &SM = Context.getSourceManager();
  for (; Loc.isMacroID(); Loc = SM.getImmediateMacroCallerLoc(Loc))
    if (Lexer::getImmediateMacroName(Loc, SM, Context.getLangOpts())
            .contains_insensitive("assert"))
      return true;
  return false;
}

std::string text(const Expr &E, const ASTContext &Context) {
  return onOneLine(sourceText(E.getSourceRange(), Context));
}

} // namespace

constinit const CheckInfo LinearSearchCheck::Info = {
    .Name = "slowpath-linear-search",
    .Summary = "searches a sequence from its beginning, once per iteration",
    .Group = Category::Containers,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(n²)", "O(n)"},
    .IsDefault = false,
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void LinearSearchCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   std::find(v.begin(), v.end(), key);   v.contains(key);
  Finder->addMatcher(callExpr(InUserCode).bind(CallId), this);
  //   for (const Item &each : v) if (each.id == key) return &each;
  Finder->addMatcher(
      stmt(anyOf(cxxForRangeStmt(hasBody(
                     anyOf(ifStmt(), compoundStmt(statementCountIs(1))))),
                 forStmt(hasBody(
                     anyOf(ifStmt(), compoundStmt(statementCountIs(1)))))),
           InUserCode)
          .bind(LoopId),
      this);
}

void LinearSearchCheck::check(const MatchFinder::MatchResult &Result) {
  TranslationUnit &TU = unit(*Result.Context);
  std::optional<LinearSearch> Search;
  if (const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId))
    Search = searchBy(*Call, TU);
  else
    Search = searchBy(*Result.Nodes.getNodeAs<Stmt>(LoopId), TU);
  if (Search && mayBeLong(*Search->Sequence, TU))
    checkSearch(*Search, *Result.Context);
}

void LinearSearchCheck::checkSearch(const LinearSearch &Search,
                                    ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const std::optional<RepeatedSearch> Repeated = repetitionOfSearch(Search, TU);
  if (!Repeated)
    return;
  const auto &Call = Repeated->Repeat.Call;
  if (isAsserted(*Search.Begin, Context) ||
      !isReportable(*Search.Begin, Context) ||
      (Call && !isReportable(*Call->Call, Context)))
    return;
  Finding F;
  llvm::StringRef Header;
  F.Fix = searchInASet(*Repeated, TU, Header);
  F.Range = Search.Range;
  if (F.Fix.Level == FixLevel::Review)
    addInclude(F.Fix, F.Range.getBegin(), Header, Context);
  F.Growth = Info.Typical;
  F.In = Repeated->Repeat.In;
  F.Message = "'" + text(*Search.Sequence, Context) +
              "' is searched from its beginning for '" +
              text(*Search.Key, Context) + "'";
  if (Call) {
    F.Message += ", each time '" +
                 TU.functionAround(*Search.Begin)->getNameAsString() +
                 "' is called in a loop";
    F.Notes.push_back({Call->Call->getBeginLoc(), "called here"});
  } else {
    F.Message += ", once per iteration";
  }
  report(std::move(F), Context);
}

} // namespace slowpath
