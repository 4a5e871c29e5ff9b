// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/computation/MissingMemoCheck.h"
#include "checks/support/MemoRewrite.h"
#include "checks/support/Objects.h"
#include "checks/support/RepeatedComputation.h"
#include "checks/support/Templates.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral FunctionId = "function";

std::string quoted(const Expr &E, const ASTContext &Context) {
  const llvm::StringRef Code = sourceText(E.getSourceRange(), Context);
  return "'" + (Code.empty() ? calleeText(E, Context) : onOneLine(Code)) + "'";
}

/// "'n'", "'i' and 'j'"
std::string listOf(llvm::ArrayRef<const ParmVarDecl *> Parameters) {
  std::string List;
  for (const ParmVarDecl *Parameter : Parameters) {
    if (!List.empty())
      List += Parameter == Parameters.back() ? " and " : ", ";
    List += "'" + Parameter->getNameAsString() + "'";
  }
  return List;
}

} // namespace

constinit const CheckInfo MissingMemoCheck::Info = {
    .Name = "slowpath-missing-memo",
    .Summary = "computes the same value again: overlapping recursion, repeated "
               "pure calls",
    .Group = Category::Computation,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(2ⁿ)", "O(n)"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void MissingMemoCheck::registerMatchers(MatchFinder *Finder) {
  //   long fib(int n) { … }
  Finder->addMatcher(functionDecl(isDefinition(),
                                  unless(isExpansionInSystemHeader()),
                                  unless(isImplicit()))
                         .bind(FunctionId),
                     this);
}

void MissingMemoCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto *Function = Result.Nodes.getNodeAs<FunctionDecl>(FunctionId);
  if (!Function->hasBody() || Function->isInvalidDecl() ||
      Function->isDefaulted() ||
      !unit(Context).isUserCode(Function->getLocation()))
    return;
  if (!Function->isDependentContext())
    checkRecursion(*Function, Context);
  if (!Function->isTemplateInstantiation())
    checkRepeated(*Function, Context);
}

void MissingMemoCheck::checkRecursion(const FunctionDecl &Function,
                                      ASTContext &Context) {
  // What is recursive in a template is seen in its instantiations, one of which
  // stands for all.
  const FunctionDecl &Pattern = patternOf(Function);
  const FunctionDecl *Written = nullptr;
  if (!Pattern.hasBody(Written) ||
      (Function.isTemplateInstantiation() && Patterns.contains(&Pattern)))
    return;
  TranslationUnit &TU = unit(Context);
  const std::optional<OverlappingRecursion> Found =
      overlappingRecursionOf(Function, TU);
  if (!Found || !isReportable(*Written->getBody(), Context))
    return;
  Patterns.insert(&Pattern);
  Finding F;
  F.Range = Found->First->getSourceRange();
  F.Growth = Info.Typical;
  if (Found->Keys.size() > 1)
    F.Growth.After = Found->Keys.size() == 2 ? "O(n²)" : "O(n³)";
  const std::string First = quoted(*Found->First, Context);
  F.Message = "'" + Function.getNameAsString() + "' computes the same again: ";
  if (Found->First == Found->Second) {
    F.Message += "this loop calls " + First +
                 ", and each of these calls does so for the same values of ";
    F.In = TU.analysis(Function).innermostLoop(*Found->First);
    if (Found->Keys.size() == 1)
      F.Growth.After = "O(n²)";
  } else {
    F.Message += "what " + First + " and " + quoted(*Found->Second, Context) +
                 " lead to overlaps, and the calls multiply with each step of ";
    F.Notes.push_back({Found->Second->getBeginLoc(), "the other call"});
  }
  F.Message += listOf(Found->Keys);
  llvm::SmallVector<std::string, 2> Headers;
  F.Fix = keepResults(*Found, TU, Headers);
  if (!F.Fix.Edits.empty())
    for (const std::string &Header : Headers)
      addInclude(F.Fix, Function.getBeginLoc(), Header, Context);
  report(std::move(F), Context);
}

void MissingMemoCheck::checkRepeated(const FunctionDecl &Function,
                                     ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  for (const RepeatedComputation &Found :
       repeatedComputationsIn(Function, TU)) {
    const CallExpr &Again = *Found.Again.front();
    if (!isReportable(*Found.First, Context) || !isReportable(Again, Context))
      continue;
    Finding F;
    F.Range = Again.getSourceRange();
    F.Growth = {"2 × O(n)", "O(n)"};
    F.Message = quoted(Again, Context) +
                " is computed again, though nothing it depends on has changed; "
                "each time it goes through its data";
    F.Notes.push_back({Found.First->getBeginLoc(), "computed here before"});
    for (const CallExpr *More : llvm::drop_begin(Found.Again))
      F.Notes.push_back({More->getBeginLoc(), "and here again"});
    F.Fix = keepValue(Found, TU);
    report(std::move(F), Context);
  }
}

} // namespace slowpath
