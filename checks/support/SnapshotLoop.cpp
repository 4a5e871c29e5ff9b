// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SnapshotLoop.h"
#include "checks/support/LoopData.h"
#include "checks/support/MapChanges.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool isVariable(const Expr &E, const VarDecl *Var) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Var && Ref && Ref->getDecl() == Var;
}

/// The lookups in the body of Over of its element in the container of Copy.
llvm::SmallVector<Lookup, 2> lookupsOfElement(const CXXMemberCallExpr &Copy,
                                              const Loop &Over,
                                              TranslationUnit &TU) {
  llvm::SmallVector<Lookup, 2> Found;
  if (!Over.Body)
    return Found;
  anyStmt(*Over.Body, [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    const std::optional<Lookup> L = E ? lookupAt(*E, TU) : std::nullopt;
    if (L && isVariable(*L->Key, Over.Variable) &&
        isSameValue(*L->Map, *Copy.getImplicitObjectArgument()))
      Found.push_back(*L);
    return false;
  });
  return Found;
}

} // namespace

const Loop *loopOverSnapshot(const CXXMemberCallExpr &Copy,
                             TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Copy);
  if (!Function)
    return nullptr;
  const Expr &Container = *Copy.getImplicitObjectArgument();
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  for (const auto &L : Analysis.loops()) {
    if (L->Shape == Loop::Kind::Algorithm || !L->isDataLoop() || !L->Body)
      continue;
    const std::optional<LoopData> Data = dataOf(*L, TU);
    if (!Data || Data->What != LoopData::Kind::Elements || !Data->Source ||
        &spelled(*Data->Source) != &Copy || isFewByNature(Container, TU))
      continue;
    Lookup Walk;
    Walk.What = Lookup::Kind::Find;
    Walk.Call = &Copy;
    Walk.Map = Walk.Key = &Container;
    const auto Same = lookupsOfElement(Copy, *L, TU);
    const MapChanges Changes(Walk, Same, TU);
    QualType Type = Container.getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    const bool IsConst = Type.isConstQualified();
    const Change How = Changes.in(*L);
    return How == Change::Certain || (How == Change::Possible && !IsConst)
               ? nullptr
               : L.get();
  }
  return nullptr;
}

const Expr *lookupOfElement(const CXXMemberCallExpr &Copy, const Loop &Over,
                            TranslationUnit &TU) {
  const auto Found = lookupsOfElement(Copy, Over, TU);
  return Found.empty() ? nullptr : Found.front().Call;
}

Rewrite walkInstead(const CXXMemberCallExpr &Copy, const Loop &Over,
                    TranslationUnit &TU) {
  const ObjectText Map =
      objectText(*Copy.getImplicitObjectArgument(), TU.context());
  Rewrite Fix;
  Fix.Title = "iterate over the container itself";
  // The variable of Q_FOREACH's own loop is not the user's.
  const std::string Name =
      Over.Variable && !Over.Statement->getBeginLoc().isMacroID()
          ? Over.Variable->getNameAsString()
          : "value";
  if (Copy.getMethodDecl()->getName() == "values") {
    Fix.Code =
        "for (const auto &" + Name + " : std::as_const(" + Map.Value + "))";
    return Fix;
  }
  Fix.Code = "for (auto it = " + Map.Access + "cbegin(); it != " + Map.Access +
             "cend(); ++it) …  // it.key(), it.value()";
  return Fix;
}

} // namespace slowpath
