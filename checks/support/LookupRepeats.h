// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOKUPREPEATS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOKUPREPEATS_H

#include "checks/support/LookupTests.h"
#include "checks/support/MapChanges.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

/// Lookups of one key that give the same.
struct LookupRepeats {
  llvm::SmallVector<Lookup, 4> All;
  /// What may happen between them.
  Change Worst = Change::None;
};

/// Those of Same, but for Known, that only run if Test has found the key, with
/// no certain change in between.
LookupRepeats repeatsIfFound(const LookupTest &Test,
                             llvm::ArrayRef<Lookup> Same,
                             const MapChanges &Changes,
                             const llvm::DenseSet<const clang::Expr *> &Known,
                             TranslationUnit &TU);

/// First, which gives an element, and those of Same, but for Known, that give
/// it again in the same iteration, with no possible change in between.
LookupRepeats repeatsAfter(const Lookup &First, llvm::ArrayRef<Lookup> Same,
                           const llvm::DenseSet<const clang::Expr *> &Known,
                           TranslationUnit &TU);

/// Does L give the key an element, only if Test has not found it?
bool addsIfMissing(const Lookup &L, const LookupTest &Test,
                   TranslationUnit &TU);

/// Gives L, one of Same, the same in each iteration of In, its innermost loop,
/// one over data?
bool isTheSameIn(const Loop &In, const Lookup &L, llvm::ArrayRef<Lookup> Same,
                 TranslationUnit &TU);

} // namespace slowpath

#endif
