// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/HeldCallables.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/Callables.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Templates.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool hasRow(const FunctionDecl &Function, Effect Wanted,
            const ApiModels &Models) {
  return llvm::any_of(Models.rows(Function), [&](const ApiModel *Row) {
    return Row->Effects.has(Wanted);
  });
}

/// Function pointers, `std::function` and its like, signals.
bool isHolderType(QualType Type, const ApiModels &Models) {
  Type = Type.getNonReferenceType();
  if (Type->isFunctionPointerType())
    return true;
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && !Class->isLambda() &&
         (Models.hasMember(*Class, Effect::CallbackWrap) ||
          Models.hasMember(*Class, Effect::CallbackBind));
}

/// The holder that E names, or null.
const ValueDecl *holderOf(const Expr &E, const ApiModels &Models) {
  const Expr *Core = &spelled(E);
  if (const auto *Unary = dyn_cast<UnaryOperator>(Core);
      Unary && Unary->getOpcode() == UO_Deref)
    Core = &spelled(*Unary->getSubExpr());
  const ValueDecl *Named = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(Core)) {
    Named = dyn_cast<FieldDecl>(Member->getMemberDecl());
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    const auto *Owner =
        Var ? dyn_cast<FunctionDecl>(Var->getDeclContext()) : nullptr;
    // The parameters of a lambda have no name that others know.
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Owner);
    if (Var && (Var->hasGlobalStorage() || isa<ParmVarDecl>(Var)) &&
        !(Method && Method->getParent()->isLambda()))
      Named = Var;
  }
  return Named && isHolderType(Named->getType(), Models) ? Named : nullptr;
}

/// The function or method that E names: `&Store::save`, `log`.
const FunctionDecl *namedFunction(const Expr &E) {
  const Expr *Core = &spelled(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(Core);
      Address && Address->getOpcode() == UO_AddrOf)
    Core = &spelled(*Address->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(Core);
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

/// What is run when the value of E is called, or what holds it; null if that is
/// not known. Looks through moves, copies and conversions.
const ValueDecl *targetOf(const Expr &E, const ApiModels &Models) {
  if (const std::optional<Callable> Known = callableOf(E, Models))
    return Known->Function;
  const Expr *Core = &spelled(E);
  for (unsigned Step = 0; Step < 4; ++Step) {
    if (const FunctionDecl *Function = namedFunction(*Core))
      return &patternOf(*Function);
    if (const ValueDecl *Holder = holderOf(*Core, Models))
      return Holder;
    const Expr *Inner = nullptr;
    if (const auto *Call = dyn_cast<CallExpr>(Core)) {
      const auto Model = Models.match(*Call);
      if (Call->getNumArgs() != 0 &&
          (Call->isCallToStdMove() ||
           (Model && Model->Effects.has(Effect::CallbackWrap))))
        Inner = Call->getArg(0);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
               Construct && Construct->getNumArgs() >= 1) {
      Inner = Construct->getArg(0);
    }
    if (!Inner)
      return nullptr;
    Core = &spelled(*Inner);
    if (const std::optional<Callable> Known = callableOf(*Core, Models))
      return Known->Function;
  }
  return nullptr;
}

/// `connect(sender, &Sender::done, receiver, &Receiver::next)`,
/// `done.connect(next)`
void visitConnect(const CallExpr &Call, const ApiModels &Models,
                  BindingVisitor Visit) {
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!Shape || Shape->Args.empty())
    return;
  const ValueDecl *Holder =
      Shape->Object ? holderOf(*Shape->Object, Models) : nullptr;
  llvm::ArrayRef<const Expr *> Rest = Shape->Args;
  if (!Holder) {
    // Of Qt: the signal is the second argument.
    if (Rest.size() < 3)
      return;
    Holder = namedFunction(*Rest[1]);
    Rest = Rest.drop_front(2);
  }
  // What comes later may come in one go, and holds nobody up.
  const bool IsQueued = llvm::any_of(Rest, [](const Expr *Argument) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Argument));
    return Ref && isa<EnumConstantDecl>(Ref->getDecl()) &&
           Ref->getDecl()->getName().contains("Queued");
  });
  if (!Holder || IsQueued)
    return;
  for (const Expr *Argument : Rest)
    if (const ValueDecl *Target = targetOf(*Argument, Models))
      Visit(*Holder, *Target);
}

} // namespace

const ValueDecl *calledHolder(const Expr &E, const ApiModels &Models) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call)
    return nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getOperator() == OO_Call
               ? holderOf(*Operator->getArg(0), Models)
               : nullptr;
  return Call->getDirectCallee() || isa<CXXMemberCallExpr>(Call)
             ? nullptr
             : holderOf(*Call->getCallee(), Models);
}

void visitBindings(const FunctionDecl &Function, const ApiModels &Models,
                   BindingVisitor Visit) {
  const auto Bind = [&](const Expr &Holder, const Expr &Value) {
    if (const ValueDecl *Named = holderOf(Holder, Models))
      if (const ValueDecl *Target = targetOf(Value, Models))
        Visit(*Named, *Target);
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      if (const FieldDecl *Field = Init->getMember();
          Field && isHolderType(Field->getType(), Models))
        if (const ValueDecl *Target = targetOf(*Init->getInit(), Models))
          Visit(*Field, *Target);
  anyStmtOutsideLambdas(Function.getBody(), [&](const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S)) {
      if (Assign->getOpcode() == BO_Assign)
        Bind(*Assign->getLHS(), *Assign->getRHS());
      return false;
    }
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return false;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
      if (Operator->getOperator() == OO_Equal)
        Bind(*Operator->getArg(0), *Operator->getArg(1));
      return false;
    }
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return false;
    if (hasRow(*Callee, Effect::CallbackBind, Models)) {
      visitConnect(*Call, Models, Visit);
      return false;
    }
    const FunctionDecl &Pattern = patternOf(*Callee);
    for (unsigned I = 0;
         I < std::min(Call->getNumArgs(), Pattern.getNumParams()); ++I)
      if (const ParmVarDecl *Parameter = Pattern.getParamDecl(I);
          isHolderType(Parameter->getType(), Models))
        if (const ValueDecl *Target = targetOf(*Call->getArg(I), Models))
          Visit(*Parameter, *Target);
    return false;
  });
}

} // namespace slowpath
