// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/UseKinds.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// May what a parameter of type T is given be written to?
bool mayBeWritten(QualType T) {
  const QualType Pointee = T->getPointeeType();
  return !Pointee.isNull() && !Pointee->isFunctionType() &&
         !Pointee.isConstQualified();
}

/// Is E a character that does not end a text, as far as it tells?
bool isCharacter(const Expr &E, const ASTContext &Context) {
  Expr::EvalResult Value;
  if (E.EvaluateAsInt(Value, Context))
    return Value.Val.getInt() != 0;
  const auto *Call = dyn_cast<CallExpr>(&spelled(E));
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return false;
  const unsigned Id = Callee->getBuiltinID();
  return Id == Builtin::BItoupper || Id == Builtin::BItolower;
}

class Climb {
public:
  Climb(const FieldDecl *Only, const FunctionAnalysis &Analysis,
        TranslationUnit &TU)
      : Only(Only), Analysis(Analysis), TU(TU) {}

  UseKind from(const Expr &Mention) {
    const Expr *E = &Mention;
    while (true) {
      const Stmt *Up = Analysis.parent(*E);
      if (!Up)
        return UseKind::Write;
      if (const std::optional<UseKind> Known = at(*Up, *E))
        return *Known;
      E = cast<Expr>(Up);
    }
  }

private:
  /// What Up makes of E, or nothing when Up is another name for it: then it
  /// counts what is around Up.
  std::optional<UseKind> at(const Stmt &Up, const Expr &E) {
    if (isa<ParenExpr, ExprWithCleanups, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr>(Up))
      return std::nullopt;
    if (const auto *Cast = dyn_cast<CastExpr>(&Up))
      return ofCast(*Cast);
    if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&Up))
      return Subscript->getIdx() == &E ? std::optional(UseKind::Read)
                                       : std::nullopt;
    if (const auto *Unary = dyn_cast<UnaryOperator>(&Up)) {
      if (Unary->getOpcode() == UO_Deref || Unary->getOpcode() == UO_AddrOf)
        return std::nullopt;
      return Unary->isIncrementDecrementOp() ? UseKind::Write : UseKind::Read;
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(&Up))
      return ofBinary(*Binary, E);
    if (const auto *Member = dyn_cast<MemberExpr>(&Up))
      return ofMember(*Member);
    if (const auto *Call = dyn_cast<CallExpr>(&Up))
      return ofCall(*Call, E);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Up))
      return ofArgument(
          *Construct->getConstructor(), E,
          llvm::ArrayRef(Construct->getArgs(), Construct->getNumArgs()));
    if (const auto *Declaration = dyn_cast<DeclStmt>(&Up))
      return ofDeclaration(*Declaration);
    // What a lambda does with what it captures, its body tells.
    if (isa<ReturnStmt, UnaryExprOrTypeTraitExpr>(Up) ||
        (isa<LambdaExpr>(Up) && isa<DeclRefExpr, CXXThisExpr>(E)))
      return UseKind::Read;
    return UseKind::Write;
  }

  static std::optional<UseKind> ofCast(const CastExpr &Cast) {
    const QualType T = Cast.getType();
    switch (Cast.getCastKind()) {
    case CK_LValueToRValue:
      // The value of a pointer leads to what is pointed to.
      return T->isPointerType() && !T->getPointeeType().isConstQualified()
                 ? std::nullopt
                 : std::optional(UseKind::Read);
    case CK_NoOp:
    case CK_ArrayToPointerDecay:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BitCast:
    case CK_ConstructorConversion:
      return T.isConstQualified() || (T->isPointerType() &&
                                      T->getPointeeType().isConstQualified())
                 ? std::optional(UseKind::Read)
                 : std::nullopt;
    default:
      return UseKind::Read;
    }
  }

  std::optional<UseKind> ofBinary(const BinaryOperator &Binary,
                                  const Expr &E) const {
    if (Binary.isAssignmentOp()) {
      if (Binary.getLHS() != &E)
        return UseKind::Write;
      return Binary.getOpcode() == BO_Assign &&
                     E.getType()->isAnyCharacterType() &&
                     isCharacter(*Binary.getRHS(), TU.context())
                 ? UseKind::KeepsLength
                 : UseKind::Write;
    }
    return Binary.getType()->isPointerType() ? std::nullopt
                                             : std::optional(UseKind::Read);
  }

  std::optional<UseKind> ofMember(const MemberExpr &Member) {
    if (const auto *Field = dyn_cast<FieldDecl>(Member.getMemberDecl())) {
      const FieldDecl *Wanted = std::exchange(Only, nullptr);
      return Wanted && Wanted->getCanonicalDecl() != Field->getCanonicalDecl()
                 ? std::optional(UseKind::Read)
                 : std::nullopt;
    }
    // The call decides.
    const auto *Method = dyn_cast<CXXMethodDecl>(Member.getMemberDecl());
    if (!Method || Method->isStatic() || Method->isConst())
      return UseKind::Read;
    const auto *Call =
        dyn_cast_or_null<CXXMemberCallExpr>(Analysis.parent(Member));
    return Call && hasConstTwin(*Method) ? ofPart(*Call) : UseKind::Write;
  }

  /// Of the part of the object that Call gives access to.
  UseKind ofPart(const CallExpr &Call) {
    if (Call.isLValue() || Call.getType()->isPointerType())
      return from(Call);
    // An iterator, that is compared with another, or what stands for a
    // character and becomes one.
    const Stmt *Up = Analysis.parent(Call);
    while (isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr,
                           CXXBindTemporaryExpr, ParenExpr>(Up))
      Up = Analysis.parent(*Up);
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
    const auto *Conversion = dyn_cast_or_null<MemberExpr>(Up);
    const auto *Method =
        Conversion ? dyn_cast<CXXMethodDecl>(Conversion->getMemberDecl())
                   : nullptr;
    return (Operator && (Operator->isComparisonOp() ||
                         Operator->getOperator() == OO_Minus)) ||
                   (Method && Method->isConst())
               ? UseKind::Read
               : UseKind::Write;
  }

  std::optional<UseKind> ofCall(const CallExpr &Call, const Expr &E) {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (Call.getCallee() == &E)
      return UseKind::Read;
    if (!Callee)
      return UseKind::Write;
    llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && isa<CXXOperatorCallExpr>(Call) && Method->isInstance()) {
      if (Arguments.front() == &E) {
        if (Method->isConst())
          return UseKind::Read;
        return hasConstTwin(*Method) ? ofPart(Call) : UseKind::Write;
      }
      Arguments = Arguments.drop_front();
    }
    return ofArgument(*Callee, E, Arguments);
  }

  static UseKind ofArgument(const FunctionDecl &Callee, const Expr &E,
                            llvm::ArrayRef<const Expr *> Arguments) {
    const auto *const Found = llvm::find(Arguments, &E);
    const auto Index = static_cast<unsigned>(Found - Arguments.begin());
    if (Found == Arguments.end())
      return UseKind::Read;
    return mayBeWritten(Index < Callee.getNumParams()
                            ? Callee.getParamDecl(Index)->getType()
                            : E.getType())
               ? UseKind::Write
               : UseKind::Read;
  }

  UseKind ofDeclaration(const DeclStmt &Declaration) const {
    //   for (auto c : text)
    if (const auto *Range =
            dyn_cast_or_null<CXXForRangeStmt>(Analysis.parent(Declaration));
        Range && Range->getRangeStmt() == &Declaration) {
      const VarDecl &Element = *Range->getLoopVariable();
      return mayBeWritten(Element.getType()) &&
                     Analysis.isModifiedIn(Element, *Range)
                 ? UseKind::Write
                 : UseKind::Read;
    }
    return llvm::any_of(Declaration.decls(),
                        [](const Decl *D) {
                          const auto *Var = dyn_cast<VarDecl>(D);
                          return !Var || mayBeWritten(Var->getType());
                        })
               ? UseKind::Write
               : UseKind::Read;
  }

  const FieldDecl *Only;
  const FunctionAnalysis &Analysis;
  TranslationUnit &TU;
};

} // namespace

bool hasConstTwin(const CXXMethodDecl &Method) {
  return llvm::any_of(Method.getParent()->lookup(Method.getDeclName()),
                      [&](const NamedDecl *D) {
                        const auto *Twin = dyn_cast_or_null<CXXMethodDecl>(
                            D->getUnderlyingDecl()->getAsFunction());
                        return Twin && Twin->isConst() &&
                               Twin->getNumParams() == Method.getNumParams();
                      });
}

UseKind useKindOf(const Expr &Mention, const FieldDecl *Only,
                  const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  return Climb(Only, Analysis, TU).from(Mention);
}

bool isForwarding(const FunctionDecl &Callee, unsigned Index) {
  const FunctionTemplateDecl *Template = Callee.getPrimaryTemplate();
  if (!Template || Index >= Callee.getNumParams() ||
      !Callee.getParamDecl(Index)->getType()->isLValueReferenceType())
    return false;
  const FunctionDecl &Pattern = *Template->getTemplatedDecl();
  const unsigned Last = Pattern.getNumParams();
  if (Last == 0)
    return false;
  QualType Type = Pattern.getParamDecl(std::min(Index, Last - 1))->getType();
  if (const auto *Pack = Type->getAs<PackExpansionType>())
    Type = Pack->getPattern();
  return Type->isRValueReferenceType();
}

} // namespace slowpath
