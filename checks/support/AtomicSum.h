// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_ATOMICSUM_H
#define SLOWPATH_CHECKS_SUPPORT_ATOMICSUM_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// An atomic that a loop over data adds to, and does nothing else with.
struct AtomicSum {
  const Loop *In = nullptr;
  const clang::Expr *Object = nullptr;
  /// What the atomic holds, as the user calls it.
  clang::QualType Value;
  /// The calls in the loop that add to it, in the order of the source.
  llvm::SmallVector<const clang::CallExpr *, 2> Adds;
};

/// The sum that Add, which adds to an atomic by its model, is the first to add
/// to in the innermost loop around it. Nothing if an iteration takes longer
/// than an atomic operation, if the sum is asked for in the loop, or if the
/// loop does anything else that other threads could be told of by the sum.
std::optional<AtomicSum> atomicSumAt(const clang::CallExpr &Add,
                                     TranslationUnit &TU);

/// To add up in a local variable, and to the atomic once behind the loop; of
/// level review, since others see it later.
Rewrite addOnce(const AtomicSum &Sum, TranslationUnit &TU);

} // namespace slowpath

#endif
