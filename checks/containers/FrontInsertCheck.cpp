// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/containers/FrontInsertCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Concatenation.h"
#include "checks/support/EraseLoop.h"
#include "checks/support/Objects.h"
#include "checks/support/SequenceRewrite.h"
#include "checks/support/SequenceUses.h"
#include "checks/support/Sequences.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Types.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";
constexpr llvm::StringLiteral AssignId = "assign";

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

const Expr &objectOf(const CXXMemberCallExpr &Call) {
  return *Call.getImplicitObjectArgument();
}

} // namespace

constinit const CheckInfo FrontInsertCheck::Info = {
    .Name = "slowpath-front-insert",
    .Summary = "moves all elements of a sequence to insert or erase one, once "
               "per iteration",
    .Group = Category::Containers,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(n²)", "O(n)"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void FrontInsertCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   v.insert(v.begin(), x);   queue.erase(queue.begin());   text.erase(0, n);
  Finder->addMatcher(cxxMemberCallExpr(InUserCode).bind(CallId), this);
  //   text = text.substr(n);   text = std::string(text, n);
  Finder->addMatcher(cxxOperatorCallExpr(hasOverloadedOperatorName("="),
                                         argumentCountIs(2), InUserCode)
                         .bind(AssignId),
                     this);
}

void FrontInsertCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  if (const auto *Assign =
          Result.Nodes.getNodeAs<CXXOperatorCallExpr>(AssignId)) {
    checkSubstr(*Assign, Context);
    return;
  }
  const auto *Call = Result.Nodes.getNodeAs<CXXMemberCallExpr>(CallId);
  if (!Call->getMethodDecl())
    return;
  const auto Model = unit(Context).models().match(*Call);
  if (!Model)
    return;
  const EffectSet &Does = Model->Effects;
  const bool Inserts =
      Does.has(Effect::SequenceInsert) || Does.has(Effect::SequenceInsertFront);
  const bool Erases =
      Does.has(Effect::SequenceErase) || Does.has(Effect::SequenceEraseFront);
  // What a class does to itself is how it is made.
  if ((!Inserts && !Erases) || !isReportable(*Call, Context) ||
      isa<CXXThisExpr>(spelled(objectOf(*Call))) ||
      growsAtBothEnds(objectOf(*Call).getType(), Context))
    return;
  if (Inserts)
    checkInsert(*Call, Context);
  else
    checkErase(*Call, Context);
}

void FrontInsertCheck::checkInsert(const CXXMemberCallExpr &Call,
                                   ASTContext &Context) {
  const Expr &Object = objectOf(Call);
  TranslationUnit &TU = unit(Context);
  if (positionOf(Call, TU.models()) != SequencePosition::Front)
    return;
  const std::optional<Repetition> Rep = repetitionOn(Object, Call, TU);
  if (!Rep || staysShort(Object, *Rep, Call, TU) ||
      isOnlyWhenEmpty(Object, Call, TU) || (Rep->Call && labelsError(Call, TU)))
    return;
  std::optional<Rewrite> Fix;
  if (!Rep->Call)
    Fix = appendAndReverse(Call, TU);
  if (!Fix)
    Fix = insertElsewhere(Call, TU);
  if (!Fix->Edits.empty())
    addInclude(*Fix, Call.getBeginLoc(), "<algorithm>", Context);
  emit(Call, Object, "inserting at the front moves all elements of", *Rep,
       std::move(*Fix), Context);
}

void FrontInsertCheck::checkErase(const CXXMemberCallExpr &Call,
                                  ASTContext &Context) {
  const Expr &Object = objectOf(Call);
  TranslationUnit &TU = unit(Context);
  const SequencePosition At = positionOf(Call, TU.models());
  const std::optional<Repetition> Rep = repetitionOn(Object, Call, TU);
  if (!Rep || At == SequencePosition::Back)
    return;
  if (At == SequencePosition::Front) {
    if (isSizeLimited(Object, *Rep, Call, TU) ||
        isConsumedElsewise(Object, *Rep, Call, TU))
      return;
    std::optional<Rewrite> Fix = popFromDeque(Call, TU);
    if (!Fix)
      Fix = keepACursor(Call, Object, Rep->Call ? nullptr : Rep->In, TU);
    if (!Fix->Edits.empty())
      addInclude(*Fix, Call.getBeginLoc(), "<deque>", Context);
    emit(Call, Object, "erasing at the front moves all other elements of", *Rep,
         std::move(*Fix), Context);
    return;
  }
  // `it = v.erase(it)` while walking over v. Where the loop does more than
  // filter, erasing is seldom what it spends its time on.
  const Loop *In = TU.innermostLoop(Call);
  if (Rep->Call || !In || In != Rep->In)
    return;
  std::optional<Rewrite> Fix = eraseInOnePass(Call, *In, TU);
  if (!Fix)
    return;
  if (!Fix->Edits.empty() &&
      llvm::StringRef(Fix->Code).contains("std::remove_if"))
    addInclude(*Fix, Call.getBeginLoc(), "<algorithm>", Context);
  emit(Call, Object, "each erase moves the elements behind it in", *Rep,
       std::move(*Fix), Context);
}

void FrontInsertCheck::checkSubstr(const CXXOperatorCallExpr &Assign,
                                   ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  const auto *Substr = dyn_cast<CXXMemberCallExpr>(&spelled(*Assign.getArg(1)));
  const bool IsTail =
      Substr ? isString(Object.getType()) && Substr->getMethodDecl() &&
                   isSameObject(objectOf(*Substr), Object) &&
                   isTailOf(*Substr, unit(Context).models())
             : startOfTail(*Assign.getArg(1), Object) != nullptr;
  if (!IsTail || !isReportable(Assign, Context))
    return;
  TranslationUnit &TU = unit(Context);
  if (const std::optional<Repetition> Rep = repetitionOn(Object, Assign, TU);
      Rep && !isConsumedElsewise(Object, *Rep, Assign, TU))
    emit(Assign, Object, "dropping the front copies all the rest of", *Rep,
         keepACursor(Assign, Object, Rep->Call ? nullptr : Rep->In, TU),
         Context);
}

void FrontInsertCheck::emit(const Expr &At, const Expr &Object,
                            const std::string &What, const Repetition &Rep,
                            Rewrite Fix, ASTContext &Context) {
  const std::string Name = text(Object, Context);
  if (Fix.Edits.empty() && !Advised.emplace(Rep.In, Name).second)
    return;
  Finding F;
  F.Range = At.getSourceRange();
  F.Growth = Info.Typical;
  F.In = Rep.In;
  F.Fix = std::move(Fix);
  F.Message = What + " '" + Name + "'";
  if (Rep.Call) {
    F.Message += ", each time '" +
                 unit(Context).functionAround(At)->getNameAsString() +
                 "' is called in a loop";
    F.Notes.push_back({Rep.Call->Call->getBeginLoc(), "called here"});
  } else {
    F.Message += ", once per iteration";
  }
  report(std::move(F), Context);
}

} // namespace slowpath
