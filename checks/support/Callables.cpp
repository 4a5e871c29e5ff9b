// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Callables.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Templates.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

std::optional<Callable> callableOf(const Expr &E, const ApiModels &Models,
                                   unsigned Depth) {
  // Variables may name each other.
  constexpr unsigned MaxDepth = 4;
  if (Depth == MaxDepth)
    return std::nullopt;
  const Expr *Core = &spelled(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(Core);
      Address && Address->getOpcode() == UO_AddrOf)
    Core = &spelled(*Address->getSubExpr());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(Core))
    return Callable{Lambda, Lambda->getCallOperator()};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Core)) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Ref->getDecl())) {
      const FunctionDecl *Body = nullptr;
      return patternOf(*Function).hasBody(Body)
                 ? std::optional(Callable{nullptr, Body})
                 : std::nullopt;
    }
    //   const auto visit = [&](const Item &item) { … };
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return Var && Var->isLocalVarDecl() && Var->hasInit()
               ? callableOf(*Var->getInit(), Models, Depth + 1)
               : std::nullopt;
  }
  //   std::ref(visit), std::bind(&Index::add, this, _1)
  //   std::function<void(Item)> visit([&](const Item &item) { … });
  const Expr *First = nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(Core); Call && Call->getNumArgs())
    First = Call->getArg(0);
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
           Construct && Construct->getNumArgs())
    First = Construct->getArg(0);
  const auto Model = First ? Models.match(*Core) : std::nullopt;
  if (!Model || !Model->Effects.has(Effect::CallbackWrap))
    return std::nullopt;
  std::optional<Callable> Inner = callableOf(*First, Models, Depth + 1);
  if (Inner)
    Inner->IsPlain = false;
  return Inner;
}

} // namespace

std::optional<Callable> callableOf(const Expr &E, const ApiModels &Models) {
  return callableOf(E, Models, 0);
}

bool runsPerElement(const CallExpr &Call, const ApiModels &Models) {
  if (const std::optional<ModeledCall> Model = Models.match(Call))
    return Model->Effects.has(Effect::CallbackPerItem);
  const auto IsAlgorithm = [&](const NamedDecl *Callee) {
    Callee = Callee->getUnderlyingDecl();
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Callee))
      Callee = Template->getTemplatedDecl();
    return llvm::any_of(Models.rows(*Callee), [](const ApiModel *Row) {
      return Row->Effects.has(Effect::CallbackPerItem);
    });
  };
  const Expr &Callee = spelled(*Call.getCallee());
  if (const auto *Lookup = dyn_cast<UnresolvedLookupExpr>(&Callee))
    return Lookup->getNumDecls() > 0 &&
           llvm::all_of(Lookup->decls(), IsAlgorithm);
  const auto *Ref = dyn_cast<DeclRefExpr>(&Callee);
  return Ref && Call.isTypeDependent() && isa<VarDecl>(Ref->getDecl()) &&
         IsAlgorithm(Ref->getDecl());
}

bool isCallOf(const Expr &E, const ParmVarDecl &Parameter) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call)
    return false;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  const Expr *Callee = Operator && Operator->getOperator() == OO_Call
                           ? Call->getArg(0)
                           : Call->getCallee();
  //   (*visit)(item), std::forward<Visit>(visit)(item)
  if (const auto *Pointer = dyn_cast<UnaryOperator>(&spelled(*Callee));
      Pointer && Pointer->getOpcode() == UO_Deref)
    Callee = Pointer->getSubExpr();
  else if (const auto *Forward = dyn_cast<CallExpr>(&spelled(*Callee));
           Forward && Forward->getNumArgs() == 1)
    Callee = Forward->getArg(0);
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Callee));
  return Ref && Ref->getDecl() == &Parameter;
}

} // namespace slowpath
