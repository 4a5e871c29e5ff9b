// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Sameness.h"
#include "checks/support/Aliasing.h"
#include "checks/support/Enclosing.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

Sameness both(Sameness A, Sameness B) { return std::min(A, B); }

/// How an object is reached from the variable or `this` it begins with.
struct Path {
  const VarDecl *Root = nullptr;
  /// The first member on the way, or null.
  const FieldDecl *First = nullptr;
  /// The member that belongs to `this`, or null.
  const FieldDecl *OfThis = nullptr;
  bool IsThis = false;
  /// A pointer or reference is followed: others may lead to the same object.
  bool IsIndirect = false;
  /// What the first pointer or reference leads to is const for its holder.
  bool IsConst = false;
};

/// Adds to P how Object is reached; false if it is not a place that can be
/// followed.
bool follow(const Expr &Object, Path &P) {
  const Expr &Core = spelled(Object);
  if (const auto *This = dyn_cast<CXXThisExpr>(&Core)) {
    P.IsThis = P.IsIndirect = true;
    P.IsConst = This->getType()->getPointeeType().isConstQualified();
    P.OfThis = P.First;
    return true;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    P.Root = dyn_cast<VarDecl>(Ref->getDecl());
    if (P.Root && (P.Root->getType()->isReferenceType() ||
                   P.Root->getType()->isPointerType())) {
      P.IsIndirect = true;
      P.IsConst = P.Root->getType()->getPointeeType().isConstQualified();
    }
    return P.Root != nullptr;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&Core)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || Field->isMutable() ||
        Field->getType().isVolatileQualified() ||
        meaningOf(Field->getType()) == TypeMeaning::Atomic)
      return false;
    if (!follow(*Member->getBase(), P))
      return false;
    if (P.IsThis && !P.OfThis && isa<CXXThisExpr>(spelled(*Member->getBase())))
      P.OfThis = Field;
    if (!P.First)
      P.First = Field;
    // A pointer that is a member may lead to what others write to.
    if (Field->getType()->isPointerType() ||
        Field->getType()->isReferenceType()) {
      P.IsIndirect = true;
      P.IsConst =
          P.IsConst && Field->getType()->getPointeeType().isConstQualified();
    }
    return true;
  }
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&Core))
    return follow(*Subscript->getBase(), P);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Core))
    return (Unary->getOpcode() == UO_Deref ||
            Unary->getOpcode() == UO_AddrOf) &&
           follow(*Unary->getSubExpr(), P);
  return false;
}

/// A variable of the function's own, not what it refers or points to.
bool isOwnPlace(const Expr &E, const FunctionAnalysis &Analysis) {
  Path P;
  return follow(E, P) && P.Root && !P.IsIndirect &&
         isOwnObject(*P.Root, Analysis);
}

/// Answers for the operands of one call in one loop.
class Judge {
public:
  Judge(const Expr &Call, const Loop &L, bool LengthOnly, TranslationUnit &TU)
      : Call(Call), L(L), LengthOnly(LengthOnly), TU(TU),
        Analysis(TU.analysis(*TU.functionAround(*L.Statement))) {}

  Sameness of(const Expr &E) {
    const Expr &Core = spelled(E);
    if (Core.isValueDependent() || Core.getType().isVolatileQualified())
      return Sameness::No;
    if (isa<StringLiteral, CXXDefaultArgExpr, CXXNullPtrLiteralExpr>(Core) ||
        Core.isEvaluatable(TU.context()))
      return Sameness::Proven;
    if (isa<UnaryOperator, BinaryOperator, ConditionalOperator,
            ArraySubscriptExpr>(Core))
      return ofOperator(Core);
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&Core))
      return of(*Cast->getSubExpr());
    if (isa<DeclRefExpr, MemberExpr, CXXThisExpr>(Core))
      return ofPlace(Core);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&Core))
      return ofLambda(*Lambda);
    if (const auto *Inner = dyn_cast<CallExpr>(&Core))
      return ofCall(*Inner);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
      return isLibraryClass(Construct->getType())
                 ? ofAll(llvm::ArrayRef(Construct->getArgs(),
                                        Construct->getNumArgs()))
                 : Sameness::No;
    return Sameness::No;
  }

private:
  Sameness ofAll(llvm::ArrayRef<const Expr *> Operands) {
    Sameness Result = Sameness::Proven;
    for (const Expr *Operand : Operands)
      if (Result != Sameness::No)
        Result = both(Result, of(*Operand));
    return Result;
  }

  Sameness ofOperator(const Expr &Core) {
    if (const auto *Unary = dyn_cast<UnaryOperator>(&Core))
      if (Unary->isIncrementDecrementOp())
        return Sameness::No;
    if (const auto *Binary = dyn_cast<BinaryOperator>(&Core))
      if (Binary->isAssignmentOp())
        return Sameness::No;
    Sameness Result = Sameness::Proven;
    for (const Stmt *Child : Core.children())
      Result = both(Result, of(*cast<Expr>(Child)));
    return Result;
  }

  Sameness ofLambda(const LambdaExpr &Lambda) {
    Sameness Result = Sameness::Proven;
    for (const LambdaCapture &Capture : Lambda.captures()) {
      const auto *Var = Capture.capturesVariable()
                            ? dyn_cast<VarDecl>(Capture.getCapturedVar())
                            : nullptr;
      if (!Var || isDeclaredIn(*Var, *L.Statement, TU.context()) ||
          Analysis.isModifiedIn(*Var, L))
        return Sameness::No;
      Result = Sameness::Likely;
    }
    return TU.purity().ifPure(*Lambda.getCallOperator()) ? Result
                                                         : Sameness::No;
  }

  Sameness ofCall(const CallExpr &Inner) {
    const FunctionDecl *Callee = Inner.getDirectCallee();
    if (!Callee)
      return Sameness::No;
    llvm::SmallVector<const Expr *, 4> Operands(Inner.arg_begin(),
                                                Inner.arg_end());
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    bool IsKnown = false;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Inner)) {
      Operands.push_back(Member->getImplicitObjectArgument());
      IsKnown = Method && (Method->isConst() || hasConstTwin(*Method)) &&
                isValue(Operands.back()->getType()) &&
                !TU.isUserCode(Method->getLocation());
    } else if (Method && Method->isInstance()) {
      IsKnown = (Method->isConst() || hasConstTwin(*Method)) &&
                isLibraryClass(Operands.front()->getType());
    } else {
      IsKnown = Callee->isConstexpr() && !TU.isUserCode(Callee->getLocation());
    }
    if (!IsKnown && !TU.purity().ifPure(*Callee))
      return Sameness::No;
    const Sameness Result = ofAll(Operands);
    return IsKnown ? Result : both(Result, Sameness::Likely);
  }

  Sameness ofPlace(const Expr &Object) {
    Path P;
    if (!follow(Object, P) || !outlivesIteration(Object, L, TU) ||
        (P.Root && (P.Root->getType().isVolatileQualified() ||
                    meaningOf(P.Root->getType()) == TypeMeaning::Atomic)))
      return Sameness::No;
    if (P.Root && !P.Root->hasLocalStorage()) {
      if (P.Root->getType().isConstQualified() && !P.IsIndirect)
        return Sameness::Proven;
      P.IsIndirect = true;
    }
    const UseKind Worst = worstUse(P);
    if (Worst == UseKind::Write)
      return Sameness::No;
    const Sameness Best =
        Worst == UseKind::Read ? Sameness::Proven : Sameness::Likely;
    // A number, or a pointer whose target does not count.
    if (!P.IsIndirect && P.Root && isOwnObject(*P.Root, Analysis)) {
      if (!P.Root->getType()->isRecordType() || !hasOtherNames(*P.Root))
        return isPlainValue(Object.getType()) ? Best
                                              : both(Best, Sameness::Likely);
      return writesElsewhere(/*IsForeign=*/false) ||
                     mayChangeAlias(Object.getType(), *L.Statement,
                                    /*IsForeign=*/false)
                 ? Sameness::No
                 : Sameness::Likely;
    }
    // By reference, or of a lambda around.
    if (!P.IsConst && callsOthers())
      return Sameness::No;
    return P.IsConst && isProvenBehind(Object, P) ? Best : Sameness::Likely;
  }

  /// May anything but its name lead to Var when Call runs?
  bool hasOtherNames(const VarDecl &Var) const {
    return llvm::any_of(
        usesOf(Var, Analysis.function()), [&](const DeclRefExpr *Use) {
          if (isInside<LambdaExpr>(*Use, Analysis))
            return true;
          if (!Analysis.reaches(*Use, Call) || Analysis.contains(Call, *Use) ||
              useKindOf(*Use, nullptr, Analysis, TU) != UseKind::Write)
            return false;
          // Changed, but not kept.
          const CXXMemberCallExpr *Member = memberCallOn(*Use, Analysis);
          return !Member || !(isDiscarded(*Member, Analysis) ||
                              Member->getType()->isArithmeticType());
        });
  }

  /// Is a T nothing but a number, or a library's value made of such?
  static bool isPlainValue(QualType T) {
    T = T.getNonReferenceType();
    return T->isArithmeticType() || T->isEnumeralType() ||
           (isLibraryClass(T) && meaningOf(T) != TypeMeaning::View);
  }

  /// Can nothing in L change what the const Object refers to?
  bool isProvenBehind(const Expr &Object, const Path &P) {
    // It was there before the function was called.
    const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(P.Root);
    const bool IsForeign =
        P.IsThis ||
        (Parameter &&
         !Analysis.isModifiedIn(*Parameter, *Analysis.function().getBody()));
    QualType T = Object.getType().getNonReferenceType();
    const bool IsText = T->isPointerType();
    if (IsText)
      T = T->getPointeeType();
    if (!IsText && !isLibraryClass(T))
      return false;
    return !writesElsewhere(IsForeign) &&
           !mayChangeAlias(T, *L.Statement, IsForeign);
  }

  /// Does L assign to anything that an object which is given by reference may
  /// be a part of? To no variable of the function's own, if it IsForeign, else
  /// to none but numbers.
  bool writesElsewhere(bool IsForeign) const {
    return anyStmt(*L.Statement, [&](const Stmt &S) {
      const Expr *Target = nullptr;
      if (const auto *Binary = dyn_cast<BinaryOperator>(&S);
          Binary && Binary->isAssignmentOp())
        Target = Binary->getLHS();
      else if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
               Unary && Unary->isIncrementDecrementOp())
        Target = Unary->getSubExpr();
      if (!Target)
        return false;
      const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Target));
      const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      if (Var && Var->hasLocalStorage() && Var->getType()->isScalarType() &&
          (IsForeign || !Var->getType()->isAnyCharacterType()))
        return false;
      return !IsForeign || !isOwnPlace(*Target, Analysis);
    });
  }

  /// What is done in L, Call excepted, to where P begins.
  UseKind worstUse(const Path &P) {
    UseKind Worst = UseKind::Read;
    anyStmt(*L.Statement, [&](const Stmt &S) {
      const auto *E = dyn_cast<Expr>(&S);
      if (!E || !isBegin(*E, P) || Analysis.contains(Call, S))
        return false;
      // An assignment to the variable itself is no way to its target.
      UseKind Kind = useKindOf(*E, P.IsThis ? P.OfThis : P.First, Analysis, TU);
      if (Kind == UseKind::KeepsLength && !LengthOnly)
        Kind = UseKind::Write;
      Worst = std::max(Worst, Kind);
      return Worst == UseKind::Write;
    });
    return Worst;
  }

  static bool isBegin(const Expr &E, const Path &P) {
    if (P.IsThis)
      return isa<CXXThisExpr>(E);
    const auto *Ref = dyn_cast<DeclRefExpr>(&E);
    return Ref && Ref->getDecl() == P.Root;
  }

  /// Does L call anything of the user's that may know more than what it is
  /// given to read?
  bool callsOthers() const {
    return anyStmt(*L.Statement, [&](const Stmt &S) {
      const auto *Each = dyn_cast<CallExpr>(&S);
      if (!Each || Each == &Call)
        return false;
      const FunctionDecl *Callee = Each->getDirectCallee();
      if (!Callee)
        return true;
      if (!TU.isUserCode(Callee->getLocation()))
        return Callee->getOverloadedOperator() == OO_Call &&
               !Callee->isConstexpr();
      const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
      const bool IsLambda = Method && Method->getParent()->isLambda();
      if ((Method && Method->isConst() && !IsLambda) ||
          TU.purity().ifPure(*Callee))
        return false;
      if (IsLambda)
        return true;
      if (!Method || Method->isStatic())
        return llvm::any_of(Each->arguments(), [](const Expr *Argument) {
          return pointsToMutable(Argument->getType());
        });
      const Expr *Object = nullptr;
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Each))
        Object = Member->getImplicitObjectArgument();
      else if (Each->getNumArgs() > 0)
        Object = Each->getArg(0);
      return !Object || !isOwnPlace(*Object, Analysis);
    });
  }

  const Expr &Call;
  const Loop &L;
  const bool LengthOnly;
  TranslationUnit &TU;
  const FunctionAnalysis &Analysis;
};

} // namespace

Sameness samenessOf(const Expr &E, const Expr &Call, const Loop &L,
                    bool LengthOnly, TranslationUnit &TU) {
  return Judge(Call, L, LengthOnly, TU).of(E);
}

} // namespace slowpath
