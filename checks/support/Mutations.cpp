// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Mutations.h"
#include "checks/support/Objects.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;

namespace slowpath {
namespace {

enum class Use { Read, Change };

/// Does what has this type leave what it is made from as it is?
bool isConstOrValue(QualType Type) {
  return !Type->isReferenceType() || Type->getPointeeType().isConstQualified();
}

/// Does Method leave the object as it is that it is called on?
bool isReadBy(const CXXMethodDecl &Method) {
  return Method.isConst() || Method.isStatic();
}

/// How a function uses what it is given for Parameter.
Use useBy(const ParmVarDecl &Parameter, TranslationUnit &TU) {
  const QualType Type = Parameter.getType();
  if (isConstOrValue(Type))
    return Use::Read;
  // What a template does with it may depend on what it is given.
  const auto *Callee = dyn_cast<FunctionDecl>(Parameter.getDeclContext());
  return Callee && Callee->isTemplateInstantiation() &&
                 Type->isLValueReferenceType() && !TU.changes(Parameter)
             ? Use::Read
             : Use::Change;
}

class Collector {
public:
  Collector(TranslationUnit &TU, llvm::DenseSet<const VarDecl *> &Changed)
      : TU(TU), Changed(Changed) {}

  void visit(const Stmt &S);

  /// To change what a reference names changes what it was bound to.
  void finish() {
    for (bool IsNew = true; IsNew;) {
      IsNew = false;
      for (const auto &[Reference, Named] : Bound)
        IsNew |= Changed.contains(Reference) && Changed.insert(Named).second;
    }
  }

private:
  void use(const Expr &E, Use How, const VarDecl *Reference = nullptr);
  void visitCall(const CallExpr &Call);
  void visitUnknownCall(const CallExpr &Call);
  void visitCast(const CastExpr &Cast);
  void visitArguments(const FunctionDecl &Callee,
                      llvm::ArrayRef<const Expr *> Arguments);
  void visitDeclaration(const VarDecl &Var);
  void visitRangeFor(const CXXForRangeStmt &Loop);
  void bind(const VarDecl &Reference, const Expr &To);
  void visitChildren(const Stmt &S) {
    for (const Stmt *Child : S.children())
      if (Child)
        visit(*Child);
  }

  TranslationUnit &TU;
  llvm::DenseSet<const VarDecl *> &Changed;
  /// References, and the variables they may name.
  llvm::SmallVector<std::pair<const VarDecl *, const VarDecl *>, 4> Bound;
};

/// Of a structured binding: what is taken apart.
const VarDecl *variableOf(const DeclRefExpr &Ref) {
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref.getDecl()))
    return dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
  return dyn_cast<VarDecl>(Ref.getDecl());
}

/// The array that E is the pointer to the first element of, or null.
const Expr *decayed(const Expr &E) {
  const auto *Cast = dyn_cast<ImplicitCastExpr>(&E);
  return Cast && Cast->getCastKind() == CK_ArrayToPointerDecay
             ? Cast->getSubExpr()
             : nullptr;
}

/// The object E is a part of, or another name for: `pair` of `pair.first`,
/// `grid` of `grid[2]`; null if it is none of these.
const Expr *whole(const Expr &E) {
  if (const auto *Paren = dyn_cast<ParenExpr>(&E))
    return Paren->getSubExpr();
  if (const auto *Cast = dyn_cast<CastExpr>(&E))
    return E.isGLValue() && Cast->getSubExpr()->isGLValue() ? Cast->getSubExpr()
                                                            : nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(&E))
    return !Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()) &&
                   !Member->getMemberDecl()->getType()->isReferenceType()
               ? Member->getBase()
               : nullptr;
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(&E))
    return decayed(*Element->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    return Unary->getOpcode() == UO_Deref ? decayed(*Unary->getSubExpr())
                                          : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return Call->getBuiltinCallee() == Builtin::BIforward ? Call->getArg(0)
                                                          : nullptr;
  const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(&E);
  return Temporary ? Temporary->getSubExpr() : nullptr;
}

void Collector::use(const Expr &E, Use How, const VarDecl *Reference) {
  if (E.isGLValue() && E.getType().isConstQualified())
    How = Use::Read;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E)) {
    const VarDecl *Var = variableOf(*Ref);
    if (Var && How == Use::Change && Reference)
      Bound.emplace_back(Reference, Var);
    else if (Var && How == Use::Change)
      Changed.insert(Var);
    return;
  }
  const auto *Element = dyn_cast<ArraySubscriptExpr>(&E);
  if (Element)
    visit(*Element->getIdx());
  if (const Expr *Object = whole(E))
    return use(*Object, How, Reference);
  if (Element)
    return visit(*Element->getBase());
  if (const auto *Choice = dyn_cast<ConditionalOperator>(&E)) {
    visit(*Choice->getCond());
    use(*Choice->getTrueExpr(), How, Reference);
    use(*Choice->getFalseExpr(), How, Reference);
  } else if (const auto *Member = dyn_cast<MemberExpr>(&E)) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    use(*Member->getBase(), Method && !isReadBy(*Method) && !Member->isArrow()
                                ? Use::Change
                                : Use::Read);
  } else {
    visit(E);
  }
}

void Collector::visitArguments(const FunctionDecl &Callee,
                               llvm::ArrayRef<const Expr *> Arguments) {
  for (const auto &[Index, Argument] : llvm::enumerate(Arguments))
    use(*Argument,
        Index < Callee.getNumParams()
            ? useBy(*Callee.getParamDecl(static_cast<unsigned>(Index)), TU)
            : Use::Read);
}

void Collector::visitUnknownCall(const CallExpr &Call) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  const bool Compares = Operator && Operator->isComparisonOp();
  // Of a call through a pointer the parameters are known.
  const QualType Pointee = Call.getCallee()->getType()->getPointeeType();
  const auto *Known =
      Pointee.isNull() ? nullptr : Pointee->getAs<FunctionProtoType>();
  for (const auto &[Index, Argument] : llvm::enumerate(Call.arguments())) {
    const bool IsRead =
        Compares ||
        (Known && Index < Known->getNumParams() &&
         isConstOrValue(Known->getParamType(static_cast<unsigned>(Index))));
    use(*Argument, IsRead ? Use::Read : Use::Change);
  }
  use(*Call.getCallee(), Use::Change);
}

void Collector::visitCall(const CallExpr &Call) {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getCalleeDecl());
  if (!Callee || Call.isTypeDependent())
    return visitUnknownCall(Call);
  llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  if (const Expr *Object = Method ? calledOn(Call) : nullptr) {
    use(*Object, isReadBy(*Method) ? Use::Read : Use::Change);
    if (isa<CXXOperatorCallExpr>(Call))
      Arguments = Arguments.drop_front();
  }
  visitArguments(*Callee, Arguments);
}

void Collector::bind(const VarDecl &Reference, const Expr &To) {
  if (isConstOrValue(Reference.getType()))
    use(To, Use::Read);
  else
    use(To, Use::Change, &Reference);
}

void Collector::visitRangeFor(const CXXForRangeStmt &Loop) {
  if (const Stmt *Init = Loop.getInit())
    visit(*Init);
  if (const Expr *Range = Loop.getRangeInit())
    bind(*Loop.getLoopVariable(), *Range);
  if (const Stmt *Body = Loop.getBody())
    visit(*Body);
}

void Collector::visitCast(const CastExpr &Cast) {
  const Expr &From = *Cast.getSubExpr();
  if (Cast.getCastKind() == CK_LValueToRValue ||
      Cast.getCastKind() == CK_ToVoid)
    return use(From, Use::Read);
  if (whole(Cast))
    return use(Cast, Use::Change);
  // To a pointer through which nothing is changed.
  const QualType Pointee = Cast.getType()->getPointeeType();
  const bool IsConst = !Pointee.isNull() && Pointee.isConstQualified();
  if (const Expr *Array = decayed(Cast))
    return use(*Array, IsConst ? Use::Read : Use::Change);
  if (const Expr *Array = IsConst ? decayed(From) : nullptr)
    return use(*Array, Use::Read);
  if (const auto *Address = dyn_cast<UnaryOperator>(&From);
      Address && IsConst && Address->getOpcode() == UO_AddrOf)
    return use(*Address->getSubExpr(), Use::Read);
  visit(From);
}

void Collector::visit(const Stmt &S) {
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&S))
    return visitRangeFor(*Loop);
  if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Var = dyn_cast<VarDecl>(D); Var && Var->getInit())
        bind(*Var, *Var->getInit());
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return visitCall(*Call);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
    return visitArguments(
        *Construct->getConstructor(),
        llvm::ArrayRef(Construct->getArgs(), Construct->getNumArgs()));
  if (const auto *Cast = dyn_cast<CastExpr>(&S))
    return visitCast(*Cast);
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S)) {
    const bool OfObject = Binary->isAssignmentOp() || Binary->isPtrMemOp();
    use(*Binary->getLHS(), OfObject ? Use::Change : Use::Read);
    use(*Binary->getRHS(), Binary->isCommaOp() ? Use::Change : Use::Read);
    return;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
    if (whole(*Unary))
      return use(*Unary, Use::Change);
    const bool OfObject =
        Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf;
    return use(*Unary->getSubExpr(), OfObject ? Use::Change : Use::Read);
  }
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(&S))
    return;
  if (isa<ArraySubscriptExpr, MemberExpr, ConditionalOperator, ParenExpr,
          DeclRefExpr>(&S))
    return use(cast<Expr>(S), Use::Change);
  visitChildren(S);
}

} // namespace

Mutations::Mutations(const Stmt &S, TranslationUnit &TU) {
  Collector Collect(TU, Changed);
  Collect.visit(S);
  Collect.finish();
}

Mutations::Mutations(const FunctionDecl &Function, TranslationUnit &TU) {
  Collector Collect(TU, Changed);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Each : Constructor->inits())
      if (const Expr *Value = Each->getInit())
        Collect.visit(*Value);
  Collect.visit(*Function.getBody());
  Collect.finish();
}

} // namespace slowpath
