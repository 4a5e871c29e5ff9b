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

/// What tells two statement handles apart: `stmt`, `this->stmt`, `ctx.stmt`.
struct Entity {
  /// The variable, or the one that holds the field; null for `this`.
  const ValueDecl *Variable = nullptr;
  const FieldDecl *Field = nullptr;

  explicit operator bool() const { return Variable || Field; }
  bool operator==(const Entity &) const = default;
};

/// Looks through `&stmt`, `*stmt`, `stmt.get()` and smart pointers' operators.
Entity entityOf(const Expr *E) {
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
             Call && Call->getNumArgs() == 0)
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
      const Entity Owner = entityOf(Base);
      if (!Owner.Variable || Owner.Field)
        return {};
      return {Owner.Variable, Field};
    } else
      return {};
  }
  return {};
}

using PrepareFinder =
    llvm::function_ref<std::optional<PrepareCall>(const Expr &)>;

/// Walks a body in the order of execution, keeping the prepare calls whose
/// text the handle may carry.
class PrepareWalk {
public:
  PrepareWalk(const Expr *UseOrNull, Entity Handle, PrepareFinder Finder)
      : Use(UseOrNull), Tracked(Handle), AsPrepare(Finder) {}

  SmallVector<const Expr *, 2> Texts;

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

    const bool AssignsHere = Assigns || assignsTracked(*S);
    for (const Stmt *Child : S->children())
      if (walk(Child, AssignsHere))
        return true;
    if (const auto *E = dyn_cast<Expr>(S))
      if (const std::optional<PrepareCall> Prepare = AsPrepare(*E))
        if (Assigns || entityOf(Prepare->Out) == Tracked ||
            entityOf(Prepare->Handle) == Tracked)
          Texts = {Prepare->Sql};
    return false;
  }

private:
  bool branches(std::initializer_list<const Stmt *> Each,
                bool Assigns = false) {
    const SmallVector<const Expr *, 2> Before = Texts;
    SmallVector<const Expr *, 2> After;
    for (const Stmt *Branch : Each) {
      Texts = Before;
      if (walk(Branch, Assigns))
        return true;
      for (const Expr *Text : Texts)
        if (!llvm::is_contained(After, Text))
          After.push_back(Text);
    }
    Texts = std::move(After);
    return false;
  }

  /// `stmt = …`, `stmt.reset(…)`.
  bool assignsTracked(const Stmt &S) const {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->getOpcode() == BO_Assign &&
             entityOf(Binary->getLHS()) == Tracked;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
      return Operator->getOperator() == OO_Equal &&
             entityOf(Operator->getArg(0)) == Tracked;
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S))
      return entityOf(Call->getImplicitObjectArgument()) == Tracked;
    return false;
  }

  const Expr *Use;
  Entity Tracked;
  PrepareFinder AsPrepare;
};

} // namespace

SmallVector<std::string, 1> preparedTexts(const Expr &Use, const Expr &Handle,
                                          PrepareFinder AsPrepare) {
  const Entity Tracked = entityOf(&Handle);
  SmallVector<const Expr *, 2> Found;
  if (Tracked.Variable) {
    const auto *Function =
        dyn_cast<FunctionDecl>(Tracked.Variable->getDeclContext());
    if (!Function || !Function->doesThisDeclarationHaveABody())
      return {};
    PrepareWalk Walk(&Use, Tracked, AsPrepare);
    Walk.walk(Function->getBody());
    Found = std::move(Walk.Texts);
  } else if (Tracked.Field) {
    const auto *Class = dyn_cast<CXXRecordDecl>(Tracked.Field->getParent());
    if (!Class)
      return {};
    // The user's method is asked first; what it does not prepare itself was
    // prepared by any of the others.
    for (const CXXMethodDecl *Method : Class->methods()) {
      const FunctionDecl *Body = nullptr;
      if (!Method->hasBody(Body))
        continue;
      PrepareWalk Walk(&Use, Tracked, AsPrepare);
      if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Body))
        for (const CXXCtorInitializer *Init : Constructor->inits())
          Walk.walk(Init->getInit(), Init->getMember() == Tracked.Field);
      const bool Reached = Walk.walk(Body->getBody());
      if (Reached && !Walk.Texts.empty()) {
        Found = std::move(Walk.Texts);
        break;
      }
      Found.append(Walk.Texts);
    }
  }

  SmallVector<std::string, 1> Result;
  for (const Expr *Sql : Found) {
    std::string Text = constantPrefix(*Sql);
    if (Text.empty())
      return {};
    if (!llvm::is_contained(Result, Text))
      Result.push_back(std::move(Text));
  }
  return Result;
}

} // namespace slowpath
