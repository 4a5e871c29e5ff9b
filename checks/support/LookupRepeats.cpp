// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LookupRepeats.h"
#include "checks/support/Objects.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const FunctionAnalysis &analysisOf(const Lookup &L, TranslationUnit &TU) {
  return TU.analysis(*TU.functionAround(*L.Call));
}

bool isElement(const Lookup &L) {
  return L.What == Lookup::Kind::Access || L.What == Lookup::Kind::Get;
}

bool isInAny(llvm::ArrayRef<const Stmt *> Branches, const Lookup &L,
             const FunctionAnalysis &Analysis) {
  return llvm::any_of(Branches, [&](const Stmt *Branch) {
    return Analysis.contains(*Branch, *L.Call);
  });
}

} // namespace

LookupRepeats repeatsIfFound(const LookupTest &Test,
                             llvm::ArrayRef<Lookup> Same,
                             const MapChanges &Changes,
                             const llvm::DenseSet<const Expr *> &Known,
                             TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = analysisOf(Test.Asked, TU);
  LookupRepeats Result;
  for (const Lookup &L : Same) {
    if (L.What == Lookup::Kind::Test || L.What == Lookup::Kind::Insert ||
        L.Call == Test.Asked.Call || Known.contains(L.Call) ||
        !isInAny(Test.Found, L, Analysis))
      continue;
    const Change Between = Changes.between(*Test.Asked.Call, *L.Call);
    if (Between == Change::Certain)
      continue;
    Result.Worst = std::max(Result.Worst, Between);
    Result.All.push_back(L);
  }
  return Result;
}

LookupRepeats repeatsAfter(const Lookup &First, llvm::ArrayRef<Lookup> Same,
                           const llvm::DenseSet<const Expr *> &Known,
                           TranslationUnit &TU) {
  LookupRepeats Result;
  if (!isElement(First))
    return Result;
  const FunctionAnalysis &Analysis = analysisOf(First, TU);
  const Loop *In = TU.innermostLoop(*First.Call);
  const MapChanges Changes(First, Same, TU);
  Result.All.push_back(First);
  for (const Lookup &L : Same) {
    if (L.Call == First.Call || !isElement(L) || Known.contains(L.Call) ||
        TU.innermostLoop(*L.Call) != In ||
        !Analysis.dominates(*First.Call, *L.Call))
      continue;
    const Change Between = Changes.between(*First.Call, *L.Call);
    if (Between >= Change::Possible)
      continue;
    Result.Worst = std::max(Result.Worst, Between);
    Result.All.push_back(L);
  }
  return Result;
}

bool addsIfMissing(const Lookup &L, const LookupTest &Test,
                   TranslationUnit &TU) {
  return (L.What == Lookup::Kind::Insert || L.What == Lookup::Kind::Access ||
          L.What == Lookup::Kind::Assign) &&
         isInAny(Test.Missing, L, analysisOf(Test.Asked, TU));
}

bool isTheSameIn(const Loop &In, const Lookup &L, llvm::ArrayRef<Lookup> Same,
                 TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = analysisOf(L, TU);
  return In.isDataLoop() && !In.Callee && L.What != Lookup::Kind::Insert &&
         L.What != Lookup::Kind::Erase && L.What != Lookup::Kind::Assign &&
         Analysis.contains(*In.Body, *L.Call) &&
         Analysis.runsEveryIteration(*L.Call, In) &&
         Analysis.isInvariant(*L.Key, In) &&
         outlivesIteration(*L.Map, In, TU) &&
         MapChanges(L, Same, TU).in(In) < Change::Possible;
}

} // namespace slowpath
