// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/OverlappingRecursion.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// How an argument of a recursive call differs from the parameter.
enum class Step { Same, Shifted, Counted, Other };

const VarDecl *variable(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Of the classification of one function's recursive calls.
class Steps {
public:
  explicit Steps(const FunctionAnalysis &Analysis) : Analysis(Analysis) {}

  Step of(const Expr &Argument, const ParmVarDecl &Parameter,
          const CallExpr &Call) const {
    const QualType T = Parameter.getType();
    if (variable(Argument) == &Parameter)
      return Step::Same;
    //   a string or vector by value
    if (const auto *Copy = dyn_cast<CXXConstructExpr>(&spelled(Argument));
        Copy && Copy->getNumArgs() == 1 &&
        variable(*Copy->getArg(0)) == &Parameter)
      return Step::Same;
    if (!T->isIntegerType() || T->isBooleanType())
      return Step::Other;
    if (isShiftOf(Argument, Parameter))
      return Step::Shifted;
    return countsTo(Argument, Parameter, Call) ? Step::Counted : Step::Other;
  }

private:
  /// `n - 1`, `n - 1 - i`, `left - weights[k]`: Parameter plus or minus what
  /// does not depend on it.
  bool isShiftOf(const Expr &E, const ParmVarDecl &Parameter) const {
    const auto *Binary = dyn_cast<BinaryOperator>(&spelled(E));
    if (!Binary || !Binary->isAdditiveOp())
      return false;
    const Expr &Left = *Binary->getLHS();
    const Expr &Right = *Binary->getRHS();
    const auto IsBase = [&](const Expr &Side) {
      return variable(Side) == &Parameter || isShiftOf(Side, Parameter);
    };
    return (IsBase(Left) && isDistance(Right, Parameter)) ||
           (Binary->getOpcode() == BO_Add && IsBase(Right) &&
            isDistance(Left, Parameter));
  }

  /// Made of constants, variables and elements: so distances add up to the same
  /// on several ways, as `1 << i` would not.
  static bool isDistance(const Expr &E, const ParmVarDecl &Parameter) {
    return !anyStmt(E, [&](const Stmt &S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
        return Ref->getDecl() == &Parameter;
      if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
        return !Binary->isAdditiveOp();
      if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S))
        return Call->getOperator() != OO_Subscript;
      return isa<CallExpr>(S);
    });
  }

  /// `i` in `for (int i = 0; i < n; ++i) … f(i)`.
  bool countsTo(const Expr &E, const ParmVarDecl &Parameter,
                const CallExpr &Call) const {
    const VarDecl *Counter = variable(E);
    if (!Counter || isa<ParmVarDecl>(Counter))
      return false;
    for (const Loop *L = Analysis.innermostLoop(Call); L; L = L->Parent) {
      const auto *For = dyn_cast<ForStmt>(L->Statement);
      const auto Names = [&](const Stmt *S, const VarDecl &Var) {
        return S && anyStmt(*S, [&](const Stmt &Part) {
                 const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
                 return Ref && Ref->getDecl() == &Var;
               });
      };
      if (For && L->Variable == Counter)
        return Names(For->getCond(), Parameter) ||
               Names(For->getInit(), Parameter);
    }
    return false;
  }

  const FunctionAnalysis &Analysis;
};

void collectCalls(const Stmt &S, const FunctionDecl &Function,
                  llvm::SmallVectorImpl<const CallExpr *> &Calls) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(&S);
      Call && Call->getDirectCallee() &&
      declaresSameEntity(Call->getDirectCallee(), &Function))
    Calls.push_back(Call);
  for (const Stmt *Child : S.children())
    if (Child)
      collectCalls(*Child, Function, Calls);
}

/// Is Call a member call of another object than `this`: a tree's child?
bool isOfOtherObject(const CallExpr &Call) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  return Member &&
         !isa<CXXThisExpr>(spelled(*Member->getImplicitObjectArgument()));
}

/// Are two sub-problems needed by one call: two calls that can both be made, or
/// one in a loop?
bool findPair(OverlappingRecursion &Found, const FunctionAnalysis &Analysis) {
  for (const CallExpr *A : Found.Calls)
    for (const CallExpr *B : Found.Calls)
      if (A != B && Analysis.reaches(*A, *B)) {
        Found.First = A;
        Found.Second = B;
        return true;
      }
  for (const CallExpr *Call : Found.Calls)
    if (Analysis.innermostLoop(*Call)) {
      Found.First = Found.Second = Call;
      return true;
    }
  return false;
}

/// Do the calls ask for small constants only? Of a function that others may
/// call, only one that the compiler runs is known to.
bool isAskedForLittle(const OverlappingRecursion &Found, TranslationUnit &TU) {
  const bool IsConstexpr = Found.Function->isConstexpr();
  if (!IsConstexpr && Found.Function->isExternallyVisible())
    return false;
  bool IsCalled = IsConstexpr;
  for (const Expr *E : TU.callsOf(*Found.Function)) {
    const auto *Call = dyn_cast<CallExpr>(E);
    if (!Call)
      return false;
    if (llvm::is_contained(Found.Calls, Call))
      continue;
    IsCalled = true;
    for (const ParmVarDecl *Key : Found.Keys) {
      const unsigned Index = Key->getFunctionScopeIndex();
      Expr::EvalResult Value;
      if (Index >= Call->getNumArgs() ||
          Call->getArg(Index)->isValueDependent() ||
          !Call->getArg(Index)->EvaluateAsInt(Value, TU.context()) ||
          (!IsConstexpr && Value.Val.getInt().abs().ugt(Loop::SmallTripCount)))
        return false;
    }
  }
  return IsCalled;
}

} // namespace

std::optional<OverlappingRecursion>
overlappingRecursionOf(const FunctionDecl &Function, TranslationUnit &TU) {
  OverlappingRecursion Found;
  Found.Function = &Function;
  const QualType Result = Function.getReturnType();
  if (Function.getNumParams() == 0 || Result->isVoidType() ||
      Result->isReferenceType() || Result->isPointerType() ||
      Function.isConsteval())
    return std::nullopt;
  collectCalls(*Function.getBody(), Function, Found.Calls);
  if (Found.Calls.empty())
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  if (!Analysis.isWhole() || llvm::any_of(Found.Calls, [](const CallExpr *C) {
        return isOfOtherObject(*C);
      }))
    return std::nullopt;
  const Steps Classify(Analysis);
  bool HasDescent = false;
  for (const ParmVarDecl *Parameter : Function.parameters()) {
    const unsigned Index = Parameter->getFunctionScopeIndex();
    bool IsKey = false;
    for (const CallExpr *Call : Found.Calls) {
      if (Index >= Call->getNumArgs())
        return std::nullopt;
      switch (Classify.of(*Call->getArg(Index), *Parameter, *Call)) {
      case Step::Same:
        break;
      case Step::Shifted:
      case Step::Counted:
        IsKey = true;
        break;
      case Step::Other:
        return std::nullopt;
      }
    }
    // What a reference leads to, a pure function does not write.
    if (!Parameter->getType()->isReferenceType() &&
        (IsKey ? !Analysis.isOnlyRead(*Parameter)
               : Analysis.isModifiedIn(*Parameter, *Function.getBody())))
      return std::nullopt;
    HasDescent |= IsKey;
    (IsKey ? Found.Keys : Found.Others).push_back(Parameter);
  }
  if (!HasDescent || !findPair(Found, Analysis))
    return std::nullopt;
  const std::optional<SideEffects> Effects = TU.purity().ifPure(Function);
  if (!Effects || isAskedForLittle(Found, TU))
    return std::nullopt;
  Found.Effects = *Effects;
  return Found;
}

} // namespace slowpath
