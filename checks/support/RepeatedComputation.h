// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_REPEATEDCOMPUTATION_H
#define SLOWPATH_CHECKS_SUPPORT_REPEATEDCOMPUTATION_H

#include "checks/Finding.h"
#include "checks/support/Purity.h"

namespace slowpath {

/// The same value computed several times by one run of a function.
struct RepeatedComputation {
  const clang::CallExpr *First = nullptr;
  /// In the order of the source, at least one: First is always made before
  /// them, and nothing in between changes what the value depends on.
  llvm::SmallVector<const clang::CallExpr *, 2> Again;
};

/// Those of Function, which has a body: of pure functions of the project that
/// go through data or recurse, with equal arguments.
std::vector<RepeatedComputation>
repeatedComputationsIn(const clang::FunctionDecl &Function,
                       TranslationUnit &TU);

/// The value in a constant: that which First initialises, or a new one. Safe if
/// no more is computed, or earlier, than before; else of level review, or
/// advice if there is no place for it.
Rewrite keepValue(const RepeatedComputation &Repeated, TranslationUnit &TU);

} // namespace slowpath

#endif
