// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OVERLAPPINGRECURSION_H
#define SLOWPATH_CHECKS_SUPPORT_OVERLAPPINGRECURSION_H

#include "checks/support/Purity.h"

namespace slowpath {

/// A pure function whose recursive calls solve the same sub-problems again and
/// again: `fib(n - 1) + fib(n - 2)`.
struct OverlappingRecursion {
  const clang::FunctionDecl *Function = nullptr;
  /// In the order of the source, at least one.
  llvm::SmallVector<const clang::CallExpr *, 4> Calls;
  /// Two calls that one call makes both; Second is First if a loop repeats it.
  const clang::CallExpr *First = nullptr;
  const clang::CallExpr *Second = nullptr;
  /// The parameters that tell one sub-problem from another.
  llvm::SmallVector<const clang::ParmVarDecl *, 2> Keys;
  /// Those that are handed on as they are.
  llvm::SmallVector<const clang::ParmVarDecl *, 2> Others;
  SideEffects Effects;
};

/// The overlapping recursion of Function, which has a body, or nothing. In
/// every recursive call each argument is a parameter as it is, a whole number
/// that differs from one by what depends on no such number, or one that counts
/// up to one: so what several calls lead to is the same. Trees, halves of
/// ranges and what changes state are none.
std::optional<OverlappingRecursion>
overlappingRecursionOf(const clang::FunctionDecl &Function,
                       TranslationUnit &TU);

} // namespace slowpath

#endif
