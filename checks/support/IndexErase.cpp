// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/IndexErase.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const VarDecl *variableOf(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

bool isOne(const Expr &E) {
  const auto *Literal = dyn_cast<IntegerLiteral>(&spelled(E));
  return Literal && Literal->getValue() == 1;
}

/// `--i` or `i--`: the variable, and in a larger expression only the latter
/// leaves the old value.
const VarDecl *decremented(const Stmt *S, bool OnlyBehind = false) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  const auto *Unary = E ? dyn_cast<UnaryOperator>(&spelled(*E)) : nullptr;
  return Unary && Unary->isDecrementOp() && (!OnlyBehind || Unary->isPostfix())
             ? variableOf(*Unary->getSubExpr())
             : nullptr;
}

/// Which element is erased.
struct Place {
  const VarDecl *Index = nullptr;
  /// `v.begin() + i--`: the loop's own step is undone on the way.
  bool StepsBack = false;
};

Place indexOf(const Expr &E) {
  if (const VarDecl *Var = decremented(&E, /*OnlyBehind=*/true))
    return {Var, true};
  return {variableOf(E), false};
}

/// The index in `v.erase(v.begin() + i)`, `list.removeAt(i)` and
/// `text.erase(i, 1)`.
Place placeOf(const CXXMemberCallExpr &Erase) {
  const Expr &Object = *Erase.getImplicitObjectArgument();
  if (Erase.getNumArgs() == 0)
    return {};
  const Expr *At = &spelled(*Erase.getArg(0));
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(At)) {
    if (Construct->getNumArgs() != 1)
      return {};
    At = &spelled(*Construct->getArg(0));
  }
  if (At->getType()->isIntegerType()) {
    // Of a text one argument means all behind it.
    const bool IsOneElement =
        isString(Object.getType())
            ? Erase.getNumArgs() == 2 && isOne(*Erase.getArg(1))
            : Erase.getNumArgs() == 1;
    return IsOneElement ? indexOf(*At) : Place();
  }
  const auto *Sum = dyn_cast<CXXOperatorCallExpr>(At);
  const Expr *Begin = nullptr;
  const Expr *Offset = nullptr;
  if (Sum && Sum->getOperator() == OO_Plus && Sum->getNumArgs() == 2) {
    Begin = Sum->getArg(0);
    Offset = Sum->getArg(1);
  } else if (const auto *Pointer = dyn_cast<BinaryOperator>(At);
             Pointer && Pointer->getOpcode() == BO_Add) {
    Begin = Pointer->getLHS();
    Offset = Pointer->getRHS();
  }
  const auto *Call =
      Begin ? dyn_cast<CXXMemberCallExpr>(&spelled(*Begin)) : nullptr;
  const IdentifierInfo *Name = Call && Call->getMethodDecl()
                                   ? Call->getMethodDecl()->getIdentifier()
                                   : nullptr;
  return Name && (Name->isStr("begin") || Name->isStr("cbegin")) &&
                 Erase.getNumArgs() == 1 &&
                 isSameObject(*Call->getImplicitObjectArgument(), Object)
             ? indexOf(*Offset)
             : Place();
}

/// The mentions of the element, as the ranges of `v[i]` and `v.at(i)`. Returns
/// false if v or i is mentioned in any other way.
bool collectElements(const Stmt &S, const Expr &Object, const VarDecl &Index,
                     FilterLoop &Found) {
  const Expr *Base = nullptr;
  const Expr *At = nullptr;
  if (const auto *Subscript = dyn_cast<CXXOperatorCallExpr>(&S);
      Subscript && Subscript->getOperator() == OO_Subscript) {
    Base = Subscript->getArg(0);
    At = Subscript->getArg(1);
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
             Call && Call->getNumArgs() == 1 && Call->getMethodDecl() &&
             Call->getMethodDecl()->getIdentifier() &&
             Call->getMethodDecl()->getName() == "at") {
    Base = Call->getImplicitObjectArgument();
    At = Call->getArg(0);
  }
  if (Base && isSameObject(*Base, Object) && variableOf(*At) == &Index) {
    Found.Elements.push_back({cast<Expr>(S).getSourceRange(), false});
    return true;
  }
  if (const auto *E = dyn_cast<Expr>(&S);
      E && (isSameObject(*E, Object) || variableOf(*E) == &Index))
    return false;
  return llvm::all_of(S.children(), [&](const Stmt *Child) {
    return !Child || collectElements(*Child, Object, Index, Found);
  });
}

/// Does E count the elements of Object?
bool asksSizeOf(const Expr *E, const Expr &Object) {
  return E && anyStmt(*E, [&](const Stmt &S) {
           const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
           return Call && Call->getNumArgs() == 0 &&
                  isSameObject(*Call->getImplicitObjectArgument(), Object);
         });
}

/// `for (i = v.size() - 1; i >= 0; --i)`, `for (i = v.size(); i-- > 0;)`
bool walksBackwards(const Loop &L, const VarDecl &Index, const Expr &Object) {
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  const Expr *Condition = L.condition();
  if (!For || !Condition || !Index.hasInit() ||
      !asksSizeOf(Index.getInit(), Object))
    return false;
  return decremented(For->getInc()) == &Index ||
         (!For->getInc() && anyStmt(*Condition, [&](const Stmt &S) {
           return decremented(&S, /*OnlyBehind=*/true) == &Index;
         }));
}

/// Do the branches of If erase the element, and see to it that none is left
/// out?
bool onlyErases(const IfStmt &If, const CXXMemberCallExpr &Erase,
                const Place &At, const Loop &L) {
  const Expr &Object = *Erase.getImplicitObjectArgument();
  const auto IsErase = [&](const Stmt *S) {
    const auto *E = dyn_cast_or_null<Expr>(S);
    return E && &spelled(*E) == &Erase;
  };
  const Stmt *Then = single(If.getThen());
  if (walksBackwards(L, *At.Index, Object))
    return !If.getElse() && !At.StepsBack && IsErase(Then);
  if (!isWalkedBy(Object, L))
    return false;
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  if (For && For->getInc()) {
    const auto *Step = dyn_cast<UnaryOperator>(&spelled(*For->getInc()));
    if (!Step || !Step->isIncrementOp() ||
        variableOf(*Step->getSubExpr()) != At.Index || If.getElse())
      return false;
    if (At.StepsBack)
      return IsErase(Then);
    const auto *Block = dyn_cast<CompoundStmt>(If.getThen());
    return Block && Block->size() == 2 && IsErase(Block->body_front()) &&
           decremented(Block->body_back()) == At.Index;
  }
  const auto *Else = dyn_cast_or_null<Expr>(single(If.getElse()));
  const auto *Step = Else ? dyn_cast<UnaryOperator>(&spelled(*Else)) : nullptr;
  return Step && Step->isIncrementOp() && !At.StepsBack &&
         variableOf(*Step->getSubExpr()) == At.Index && IsErase(Then);
}

} // namespace

const Stmt *single(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    return Block->size() == 1 ? Block->body_front() : nullptr;
  return S;
}

bool isIncrementOf(const Stmt *S, const Expr &Variable) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (!E)
    return false;
  E = E->IgnoreImplicit();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->isIncrementOp() &&
           isSameObject(*Unary->getSubExpr(), Variable);
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  return Call && Call->getOperator() == OO_PlusPlus &&
         isSameObject(*Call->getArg(0), Variable);
}

std::optional<FilterLoop> indexFilter(const CXXMemberCallExpr &Erase,
                                      const Loop &L) {
  const Place At = placeOf(Erase);
  const auto *If = dyn_cast_or_null<IfStmt>(single(L.Body));
  if (!At.Index || !At.Index->hasLocalStorage() || !If || If->getInit() ||
      If->getConditionVariable() || !onlyErases(*If, Erase, At, L))
    return std::nullopt;
  FilterLoop Found;
  Found.Condition = If->getCond();
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  const auto *Init = For ? dyn_cast_or_null<DeclStmt>(For->getInit()) : nullptr;
  Found.IsWhole =
      Init && Init->isSingleDecl() && Init->getSingleDecl() == At.Index;
  return collectElements(*If->getCond(), *Erase.getImplicitObjectArgument(),
                         *At.Index, Found)
             ? std::optional(Found)
             : std::nullopt;
}

const Expr *erasedCharacter(const CXXMemberCallExpr &Erase, const Loop &L,
                            const ApiModels &Models) {
  const Place At = placeOf(Erase);
  const auto *Body = dyn_cast_or_null<Expr>(single(L.Body));
  const Expr &Object = *Erase.getImplicitObjectArgument();
  if (!At.Index || At.StepsBack || !isString(Object.getType()) || !Body ||
      &spelled(*Body) != &Erase || !isa<WhileStmt>(L.Statement))
    return nullptr;
  const auto *Test = dyn_cast<BinaryOperator>(&spelled(*L.condition()));
  const auto *Assign = Test && Test->getOpcode() == BO_NE
                           ? dyn_cast<BinaryOperator>(&spelled(*Test->getLHS()))
                           : nullptr;
  if (!Assign || Assign->getOpcode() != BO_Assign ||
      variableOf(*Assign->getLHS()) != At.Index)
    return nullptr;
  const auto *Find = dyn_cast<CXXMemberCallExpr>(&spelled(*Assign->getRHS()));
  const auto Model = Find ? Models.match(*Find) : std::nullopt;
  if (!Model || !Model->Effects.has(Effect::StringFind) ||
      Find->getNumArgs() == 0 ||
      !isSameObject(*Find->getImplicitObjectArgument(), Object))
    return nullptr;
  for (unsigned I = 1; I < Find->getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(Find->getArg(I)))
      return nullptr;
  const Expr &Key = *Find->getArg(0);
  return isa<CharacterLiteral>(spelled(Key)) ? &Key : nullptr;
}

} // namespace slowpath
