// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/computation/InvariantCallCheck.h"
#include "checks/support/HoistCall.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/SnapshotReads.h"
#include "checks/support/Types.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";
constexpr llvm::StringLiteral CopyId = "copy";

/// Longer calls are not shown in messages.
constexpr size_t MaxShown = 50;

std::string shown(const CallExpr &Call, const ASTContext &Context) {
  std::string Text = onOneLine(sourceText(Call.getSourceRange(), Context));
  return Text.empty() || Text.size() > MaxShown
             ? calleeText(Call, Context) + "(…)"
             : Text;
}

/// Is Call worth a word: not if the loop that repeats it goes through few
/// things, or does not always come to it.
bool isOften(const CallExpr &Call, const Work &W, const Loop &L,
             TranslationUnit &TU) {
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*L.Statement));
  const Expr *Condition = L.condition();
  const bool IsInCondition = Condition && Analysis.contains(*Condition, Call);
  if (IsInCondition)
    return hasOtherCondition(Call, L, TU);
  // The text is hardly longer than what is done with it in the body.
  if (W.LengthOnly)
    return false;
  const std::optional<LoopData> Data = dataOf(L, TU);
  return !(Data && isFewByNature(*Data->Source, TU)) &&
         isOfEveryIteration(Call, L, TU.analysis(*TU.functionAround(Call)));
}

/// The string that Copy, a temporary, is made of by way of a pointer to its
/// characters: `text` in `std::string(text.c_str())`. Or null.
const CXXMemberCallExpr *roundTrip(const CXXConstructExpr &Copy) {
  if (Copy.getNumArgs() == 0 || !isString(Copy.getType()))
    return nullptr;
  for (unsigned I = 1; I != Copy.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(Copy.getArg(I)))
      return nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(*Copy.getArg(0)));
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || Call->getNumArgs() != 0 || !Call->getType()->isPointerType() ||
      !(Method->isConst() || Call->getType()->getPointeeType()->isCharType()))
    return nullptr;
  const QualType Object = Call->getImplicitObjectArgument()->getType();
  return Copy.getType().getCanonicalType().getUnqualifiedType() ==
                 Object.getNonReferenceType()
                     .getCanonicalType()
                     .getUnqualifiedType()
             ? Call
             : nullptr;
}

} // namespace

constinit const CheckInfo InvariantCallCheck::Info = {
    .Name = "slowpath-invariant-call",
    .Summary = "computes the same again in each iteration of a loop",
    .Group = Category::Computation,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(n·m)", "O(n + m)"},
    .IsDefault = false,
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void InvariantCallCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   i < strlen(text);   name.contains(filter.toLower());   total(items)
  Finder->addMatcher(
      callExpr(InUserCode, unless(cxxOperatorCallExpr(
                               unless(hasOverloadedOperatorName("()")))))
          .bind(CallId),
      this);
  //   find(name.c_str()), where find takes a const std::string &
  Finder->addMatcher(cxxConstructExpr(InUserCode, unless(argumentCountIs(0)),
                                      hasArgument(0, ignoringParenImpCasts(
                                                         cxxMemberCallExpr())))
                         .bind(CopyId),
                     this);
}

void InvariantCallCheck::check(const MatchFinder::MatchResult &Result) {
  if (const auto *Copy = Result.Nodes.getNodeAs<CXXConstructExpr>(CopyId))
    checkRoundTrip(*Copy, *Result.Context);
  else
    checkCall(*Result.Nodes.getNodeAs<CallExpr>(CallId), *Result.Context);
}

void InvariantCallCheck::checkCall(const CallExpr &Call, ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  if (!TU.functionAround(Call))
    return;
  const Loop *L = TU.innermostLoop(Call);
  if (!L || !L->isDataLoop())
    return;
  const std::optional<Work> W = workOf(Call, TU);
  // What is constant, compilers compute.
  if (!W || Call.isEvaluatable(Context) || !isReportable(Call, Context) ||
      !isOften(Call, *W, *L, TU))
    return;
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*L->Statement));
  if (!Analysis.contains(*L->Statement, Call) ||
      (W->What == Work::Kind::Make && !isResultOnlyRead(Call, Analysis) &&
       !declarationOf(Call, *L, Analysis)))
    return;
  // `m.keys().contains(k)` is no call to make once, but one to leave out: see
  // slowpath-materialized-range.
  if (W->What == Work::Kind::Make && areAllSingleReads(Call, *L, TU))
    return;
  const Sameness Sure = samenessOf(Call, *W, *L, TU);
  if (Sure == Sameness::No)
    return;
  for (const CallExpr *Same : sameCalls(Call, *L, TU))
    if (!Reported.emplace(L, Same->getBeginLoc().getRawEncoding()).second)
      return;
  Finding F;
  F.Range = Call.getSourceRange();
  F.Growth = Info.Typical;
  F.In = L;
  F.Message = "'" + shown(Call, Context) + "' " + W->Does;
  if (W->Subject) {
    const std::string Subject =
        onOneLine(sourceText(W->Subject->getSourceRange(), Context));
    F.Message += Subject.empty() || Subject.size() > MaxShown
                     ? " its argument"
                     : " '" + Subject + "'";
  }
  F.Message += ", once per iteration, with the same result each time";
  F.Fix = hoistCall(Call, *W, *L, Sure, Names[&Analysis.function()], TU);
  report(std::move(F), Context);
}

void InvariantCallCheck::checkRoundTrip(const CXXConstructExpr &Copy,
                                        ASTContext &Context) {
  const CXXMemberCallExpr *Call = roundTrip(Copy);
  TranslationUnit &TU = unit(Context);
  const FunctionDecl *Function = Call ? TU.functionAround(Copy) : nullptr;
  if (!Function || !isReportable(Copy, Context))
    return;
  // A temporary that is handed to what only reads it.
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Stmt *Up = Analysis.parent(Copy);
  bool IsTemporary = false;
  while (isa_and_nonnull<CastExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, ParenExpr>(Up)) {
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Up))
      IsTemporary = Temporary->getType().isConstQualified();
    Up = Analysis.parent(*Up);
  }
  if (!IsTemporary || !isa_and_nonnull<CallExpr, CXXConstructExpr>(Up))
    return;
  const Loop *In = TU.innermostLoop(Copy);
  std::optional<RepeatedCall> Repeated;
  if (!In && Analysis.runsOnEveryCall(Copy)) {
    Repeated = TU.repeatedCall(*Function);
    In = Repeated ? Repeated->In : nullptr;
  }
  if (!In || !In->isDataLoop())
    return;
  const ObjectText Text =
      objectText(*Call->getImplicitObjectArgument(), Context);
  if (Text.Value.empty())
    return;
  Finding F;
  F.Range = Call->getSourceRange();
  F.Growth = {"n copies", "none"};
  F.In = In;
  F.Message = "'" + Text.Value +
              "' is copied, and searched for its end, to be read as the string "
              "it is: once per iteration";
  if (Repeated)
    F.Notes.push_back({Repeated->Call->getBeginLoc(), "called here"});
  F.Fix.Level = FixLevel::Review;
  F.Fix.Title = "pass the string itself";
  F.Fix.Code = Text.Value;
  F.Fix.Edits.push_back(
      FixItHint::CreateReplacement(Call->getSourceRange(), Text.Value));
  report(std::move(F), Context);
}

} // namespace slowpath
