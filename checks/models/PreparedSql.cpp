// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/PreparedSql.h"
#include "checks/models/ApiModels.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace slowpath {
namespace {

using namespace clang;

using Entity = StatementHandle;

/// Walks a body in the order of execution, keeping the prepare calls whose
/// text the handle may carry.
class PrepareWalk {
public:
  PrepareWalk(const Expr *UseOrNull, Entity Handle, PrepareFinder Finder)
      : Use(UseOrNull), Tracked(Handle), AsPrepare(Finder) {}

  PrepareCalls Found;
  /// The handle is what the function returns.
  bool IsResult = false;

  /// True when Use is reached, which ends the walk. Assigns: the value of S
  /// becomes the handle's.
  bool walk(const Stmt *S, bool Assigns = false) {
    if (!S)
      return false;
    if (S == Use)
      return true;
    if (const auto *If = dyn_cast<IfStmt>(S))
      return walk(If->getInit()) || walk(If->getConditionVariableDeclStmt()) ||
             walk(If->getCond()) || branches({If->getThen(), If->getElse()});
    if (const auto *Switch = dyn_cast<SwitchStmt>(S))
      return walk(Switch->getInit()) || walk(Switch->getCond()) ||
             branches({Switch->getBody(), nullptr});
    if (const auto *While = dyn_cast<WhileStmt>(S))
      return walk(While->getCond()) || branches({While->getBody(), nullptr});
    if (const auto *For = dyn_cast<ForStmt>(S))
      return walk(For->getInit()) || walk(For->getCond()) ||
             branches({For->getBody(), nullptr}) || walk(For->getInc());
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
      return walk(Range->getInit()) || walk(Range->getRangeInit()) ||
             branches({Range->getBody(), nullptr});
    if (const auto *Conditional = dyn_cast<ConditionalOperator>(S))
      return walk(Conditional->getCond()) ||
             branches({Conditional->getTrueExpr(), Conditional->getFalseExpr()},
                      Assigns);
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
        const auto *Var = dyn_cast<VarDecl>(D);
        return Var && walk(Var->getInit(), Entity{Var, nullptr} == Tracked);
      });

    //   Statement insert_{db, "INSERT …"};
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(S))
      return walk(Default->getExpr(), Assigns);
    //   statement_.reset(statement);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S); Ref && Assigns)
      takeOver(*Ref);

    const bool AssignsHere =
        Assigns || assignsTracked(*S) || (IsResult && isa<ReturnStmt>(S));
    for (const Stmt *Child : S->children())
      if (walk(Child, AssignsHere))
        return true;
    if (const auto *E = dyn_cast<Expr>(S))
      if (const std::optional<PrepareCall> Prepare = AsPrepare(*E))
        if (AssignsHere || isOfThis(*Prepare) || isTracked(Prepare->Out) ||
            isTracked(Prepare->Handle))
          Found = {*Prepare};
    return false;
  }

  /// Walks all of Function, the initialisers of a constructor first.
  bool walkFunction(const FunctionDecl &Function) {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        if (walk(Init->getInit(), Init->isMemberInitializer() &&
                                      Init->getMember() == Tracked.Field))
          return true;
    return walk(Function.getBody());
  }

private:
  bool branches(std::initializer_list<const Stmt *> Each,
                bool Assigns = false) {
    const PrepareCalls Before = Found;
    PrepareCalls After;
    for (const Stmt *Branch : Each) {
      Found = Before;
      if (walk(Branch, Assigns))
        return true;
      for (const PrepareCall &Call : Found)
        if (llvm::none_of(After, [&](const PrepareCall &Other) {
              return Other.Call == Call.Call;
            }))
          After.push_back(Call);
    }
    Found = std::move(After);
    return false;
  }

  bool isOfThis(const PrepareCall &Call) const {
    return Call.OfThis && Tracked.Field && !Tracked.Variable;
  }

  bool isTracked(const Expr *E) const {
    return E && Tracked && statementHandle(E) == Tracked;
  }

  /// The handle becomes what the local variable holds at Ref.
  void takeOver(const DeclRefExpr &Ref) {
    const auto *Var = dyn_cast<VarDecl>(Ref.getDecl());
    const auto *Around =
        Var ? dyn_cast<FunctionDecl>(Var->getDeclContext()) : nullptr;
    if (!Around || isa<ParmVarDecl>(Var) || Entity{Var, nullptr} == Tracked ||
        !Around->doesThisDeclarationHaveABody() ||
        !(Var->getType()->isPointerType() || Var->getType()->isRecordType()))
      return;
    PrepareWalk Walk(&Ref, {Var, nullptr}, AsPrepare);
    Walk.walk(Around->getBody());
    if (!Walk.Found.empty())
      Found = std::move(Walk.Found);
  }

  /// `stmt = …`, `stmt.reset(…)`.
  bool assignsTracked(const Stmt &S) const {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->getOpcode() == BO_Assign && isTracked(Binary->getLHS());
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
      return Operator->getOperator() == OO_Equal &&
             isTracked(Operator->getArg(0));
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S))
      return isTracked(Call->getImplicitObjectArgument());
    return false;
  }

  const Expr *Use;
  Entity Tracked;
  PrepareFinder AsPrepare;
};

} // namespace

bool returnsItsObject(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  if (!Method || !Method->getReturnType()->isLValueReferenceType())
    return false;
  const CXXRecordDecl *Returned =
      Method->getReturnType()->getPointeeType()->getAsCXXRecordDecl();
  return Returned && declaresSameEntity(Returned, Method->getParent());
}

StatementHandle statementHandle(const Expr *E) {
  while (E) {
    E = E->IgnoreParenCasts();
    if (const auto *Cleanups = dyn_cast<FullExpr>(E))
      E = Cleanups->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temporary->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bind->getSubExpr();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
             Unary && (Unary->getOpcode() == UO_AddrOf ||
                       Unary->getOpcode() == UO_Deref))
      E = Unary->getSubExpr();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator && (Operator->getOperator() == OO_Arrow ||
                          Operator->getOperator() == OO_Star))
      E = Operator->getArg(0);
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
             Call && (Call->getNumArgs() == 0 || returnsItsObject(*Call)))
      E = Call->getImplicitObjectArgument();
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return {Ref->getDecl(), nullptr};
    else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field)
        return {};
      const Expr *Base = Member->getBase()->IgnoreParenCasts();
      if (isa<CXXThisExpr>(Base))
        return {nullptr, Field};
      const Entity Owner = statementHandle(Base);
      if (!Owner.Variable || Owner.Field)
        return {};
      return {Owner.Variable, Field};
    } else
      return {};
  }
  return {};
}

PrepareCalls preparesBefore(const Expr &Use, StatementHandle Handle,
                            PrepareFinder AsPrepare) {
  if (Handle.Variable) {
    const auto *Function =
        dyn_cast<FunctionDecl>(Handle.Variable->getDeclContext());
    if (!Function || !Function->doesThisDeclarationHaveABody())
      return {};
    PrepareWalk Walk(&Use, Handle, AsPrepare);
    Walk.walk(Function->getBody());
    return std::move(Walk.Found);
  }
  const auto *Class = Handle.Field
                          ? dyn_cast<CXXRecordDecl>(Handle.Field->getParent())
                          : nullptr;
  if (!Class)
    return {};
  // The user's method is asked first; what it does not prepare itself was
  // prepared by any of the others.
  PrepareCalls Found;
  bool HasConstructor = false;
  for (const CXXMethodDecl *Method : Class->methods()) {
    const FunctionDecl *Body = nullptr;
    if (!Method->hasBody(Body) || Body->isDefaulted())
      continue;
    PrepareWalk Walk(&Use, Handle, AsPrepare);
    HasConstructor |= isa<CXXConstructorDecl>(Body);
    const bool Reached = Walk.walkFunction(*Body);
    if (Reached && !Walk.Found.empty())
      return std::move(Walk.Found);
    for (const PrepareCall &Call : Walk.Found)
      if (llvm::none_of(Found, [&](const PrepareCall &Other) {
            return Other.Call == Call.Call;
          }))
        Found.push_back(Call);
  }
  if (!HasConstructor && Handle.Field->hasInClassInitializer()) {
    PrepareWalk Walk(&Use, Handle, AsPrepare);
    Walk.walk(Handle.Field->getInClassInitializer(), /*Assigns=*/true);
    Found.append(Walk.Found);
  }
  return Found;
}

PrepareCalls preparesOfMember(const FunctionDecl &Function,
                              const FieldDecl &Member,
                              PrepareFinder AsPrepare) {
  PrepareWalk Walk(nullptr, {nullptr, &Member}, AsPrepare);
  Walk.walkFunction(Function);
  return std::move(Walk.Found);
}

PrepareCalls preparesOfResult(const FunctionDecl &Function,
                              PrepareFinder AsPrepare) {
  PrepareWalk Walk(nullptr, {}, AsPrepare);
  Walk.IsResult = true;
  Walk.walkFunction(Function);
  return std::move(Walk.Found);
}

PrepareCalls preparesOfParameter(const FunctionDecl &Function,
                                 const ParmVarDecl &Parameter,
                                 PrepareFinder AsPrepare) {
  PrepareWalk Walk(nullptr, {&Parameter, nullptr}, AsPrepare);
  Walk.walkFunction(Function);
  return std::move(Walk.Found);
}

SmallVector<std::string, 1> textsOf(const PrepareCalls &Calls,
                                    const ApiModels &Models) {
  SmallVector<std::string, 1> Result;
  for (const PrepareCall &Call : Calls) {
    std::string Text =
        Call.Sql ? constantPrefix(*Call.Sql, Models) : std::string();
    if (Text.empty())
      return {};
    if (!llvm::is_contained(Result, Text))
      Result.push_back(std::move(Text));
  }
  return Result;
}

} // namespace slowpath
