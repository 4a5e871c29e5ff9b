// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_INDEXERASE_H
#define SLOWPATH_CHECKS_SUPPORT_INDEXERASE_H

#include "checks/support/Loops.h"

namespace slowpath {

class ApiModels;

/// A loop that does nothing but erase the elements of which a condition holds.
struct FilterLoop {
  const clang::Expr *Condition = nullptr;
  /// Where Condition names the element: `*it`, `v[i]`; or, if the second is
  /// set, `it->`.
  llvm::SmallVector<std::pair<clang::SourceRange, bool>, 4> Elements;
  /// Does the loop declare what it walks with, so that nothing else uses it?
  bool IsWhole = false;
};

/// L, if it walks over a sequence by index, in either direction, and Erase is
/// all that it does:
///   for (size_t i = 0; i < v.size();)
///     if (v[i] < 0) v.erase(v.begin() + i); else ++i;
std::optional<FilterLoop> indexFilter(const clang::CXXMemberCallExpr &Erase,
                                      const Loop &L);

/// The character in `while ((p = s.find('x')) != npos) s.erase(p, 1);`, a loop
/// that erases each and searches from the start; null if L does anything else.
const clang::Expr *erasedCharacter(const clang::CXXMemberCallExpr &Erase,
                                   const Loop &L, const ApiModels &Models);

/// The only statement of a block, or S itself. S may be null.
const clang::Stmt *single(const clang::Stmt *S);

/// `++i` or `i++` of Variable, which may be an iterator. S may be null.
bool isIncrementOf(const clang::Stmt *S, const clang::Expr &Variable);

} // namespace slowpath

#endif
