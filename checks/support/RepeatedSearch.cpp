// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/RepeatedSearch.h"
#include "checks/support/Hoist.h"
#include "checks/support/LoopData.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Statements.h"

using namespace clang;

namespace slowpath {
namespace {

/// Does E name a variable that has another value in each iteration of L?
bool changesIn(const Expr &E, const Loop &L, TranslationUnit &TU) {
  if (dependsOn(E, L, TU.context()))
    return true;
  const FunctionDecl *Function = TU.functionAround(*L.Statement);
  return Function && anyStmt(E, [&](const Stmt &Part) {
           const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
           const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
           return Var && Var->hasLocalStorage() &&
                  TU.analysis(*Function).isModifiedIn(*Var, L);
         });
}

/// Does L go through data of which there may be much? Stricter than
/// goesThroughData: a search among few is no matter.
bool goesThroughMuch(const Loop &L, TranslationUnit &TU) {
  const std::optional<LoopData> Data = dataOf(L, TU);
  return Data && !(Data->What == LoopData::Kind::Elements &&
                   isFewByNature(*Data->Source, TU));
}

/// Is Sequence what one iteration of a loop around In works on: an element, or
/// a part of one? Such lists are short, each for itself.
bool belongsToOneItem(const Expr &Sequence, const Loop &In,
                      TranslationUnit &TU) {
  const VarDecl *Root = rootVariable(Sequence);
  for (const Loop *L = In.Parent; Root && L; L = L->Parent)
    if (isDeclaredIn(*Root, *L->Statement, TU.context()))
      return true;
  return false;
}

/// What Scope does to the sequence, as far as Found has to know. Returns false
/// if nothing can be kept beside the sequence to search in.
bool noteChanges(RepeatedSearch &Found, const Stmt &Scope,
                 TranslationUnit &TU) {
  LinearSearch &Search = Found.Search;
  const SequenceChanges Changes = changesTo(*Search.Sequence, Scope, TU);
  Found.Append = Changes.Append;
  // What is removed and appended again must not go in the end.
  if (Changes.Other ||
      (Changes.Append && Search.What == LinearSearch::Kind::Removal))
    return false;
  //   it = std::find(v.begin(), v.end(), key); … v.erase(it);
  if (Changes.Erase && !Changes.Append &&
      Search.What == LinearSearch::Kind::Place && Search.Expression)
    Search.What = LinearSearch::Kind::Removal;
  return !Changes.Erase || Search.What == LinearSearch::Kind::Removal;
}

std::string text(const Expr &E, const ASTContext &Context) {
  return onOneLine(sourceText(E.getSourceRange(), Context));
}

/// The loop around Search that repeats it.
std::optional<RepeatedSearch> repeatedHere(const LinearSearch &Search,
                                           TranslationUnit &TU) {
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Search.Begin));
  for (const Loop *L = TU.innermostLoop(*Search.Begin); L; L = L->Parent) {
    if (!L->isDataLoop() || !outlivesIteration(*Search.Sequence, *L, TU) ||
        !changesIn(*Search.Key, *L, TU))
      continue;
    //   while (std::find(names.begin(), names.end(), name) != names.end())
    if (L->condition() && Analysis.contains(*L->condition(), *Search.Begin))
      return std::nullopt;
    RepeatedSearch Found;
    Found.Search = Search;
    Found.Repeat.In = L;
    if (!noteChanges(Found, *L->Statement, TU) ||
        (!Found.Append && (!goesThroughMuch(*L, TU) ||
                           belongsToOneItem(*Search.Sequence, *L, TU))) ||
        Analysis.isChunkGuarded(*Search.Begin, *L) ||
        isSizeLimited(*Search.Sequence, Found.Repeat, *Search.Begin, TU))
      return std::nullopt;
    Found.Sequence = text(*Search.Sequence, TU.context());
    Found.Key = text(*Search.Key, TU.context());
    return Found;
  }
  return std::nullopt;
}

/// The loop that calls the function that makes Search.
std::optional<RepeatedSearch> repeatedByCall(const LinearSearch &Search,
                                             TranslationUnit &TU) {
  if (TU.innermostLoop(*Search.Begin))
    return std::nullopt;
  std::optional<Repetition> Repeat =
      repetitionOn(*Search.Sequence, *Search.Begin, TU);
  if (!Repeat || !Repeat->Call || !Repeat->Call->Path.empty())
    return std::nullopt;
  const auto *Call = dyn_cast<CallExpr>(Repeat->Call->Call);
  const FunctionDecl *Function = TU.functionAround(*Search.Begin);
  if (!Call || isa<CXXOperatorCallExpr>(Call) ||
      !goesThroughMuch(*Repeat->In, TU))
    return std::nullopt;
  RepeatedSearch Found;
  Found.Search = Search;
  Found.Sequence = text(*Search.Sequence, TU.context());
  Found.Key = text(*Search.Key, TU.context());
  // What the caller passes.
  bool KeyChanges = false;
  for (unsigned I = 0;
       I < std::min(Call->getNumArgs(), Function->getNumParams()); ++I) {
    const ParmVarDecl *Parameter = Function->getParamDecl(I);
    const Expr &Argument = *Call->getArg(I);
    const auto Is = [&](const Expr &E) {
      const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
      return Ref && Ref->getDecl() == Parameter;
    };
    if (Is(*Search.Sequence)) {
      if (!mayBeLong(Argument, TU))
        return std::nullopt;
      Found.Sequence = text(Argument, TU.context());
    } else if (Is(*Search.Key)) {
      KeyChanges = changesIn(Argument, *Repeat->In, TU);
      Found.Key = text(Argument, TU.context());
    }
  }
  if (!KeyChanges)
    return std::nullopt;
  if (!noteChanges(Found, *Function->getBody(), TU))
    return std::nullopt;
  Found.Repeat = std::move(*Repeat);
  return Found;
}

} // namespace

std::optional<RepeatedSearch> repetitionOfSearch(const LinearSearch &Search,
                                                 TranslationUnit &TU) {
  std::optional<RepeatedSearch> Found = repeatedHere(Search, TU);
  return Found ? std::move(Found) : repeatedByCall(Search, TU);
}

} // namespace slowpath
