// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_RETURNEDRANGE_H
#define SLOWPATH_CHECKS_SUPPORT_RETURNEDRANGE_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A function that copies texts out of a range into a sequence and returns it,
/// though all its callers only walk over that once:
///   for (const Row &row : rows)
///     if (row.isOpen) names.push_back(row.name);
struct ReturnedRange {
  const clang::FunctionDecl *Function = nullptr;
  const clang::VarDecl *Sequence = nullptr;
  const clang::CXXForRangeStmt *Fill = nullptr;
  /// Null if all elements are copied.
  const clang::Expr *Condition = nullptr;
  /// `row.name`
  const clang::Expr *Element = nullptr;
  llvm::SmallVector<const clang::CXXForRangeStmt *, 2> Walks;
};

/// What Function is, if nobody outside of this unit can call it, and nothing
/// that is done in the loops over what it returns can be noticed by it.
std::optional<ReturnedRange> returnedRange(const clang::FunctionDecl &Function,
                                           TranslationUnit &TU);

/// The function as one that returns a view or, before C++20, calls back.
Rewrite yieldInstead(const ReturnedRange &Range, TranslationUnit &TU);

} // namespace slowpath

#endif
