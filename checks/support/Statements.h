// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STATEMENTS_H
#define SLOWPATH_CHECKS_SUPPORT_STATEMENTS_H

#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLExtras.h"

namespace slowpath {

/// Does Predicate hold for S or a statement or expression under it, lambda
/// bodies included? Visits parents before children, until one does.
template <typename P> bool anyStmt(const clang::Stmt &S, P Predicate) {
  if (Predicate(S))
    return true;
  return llvm::any_of(S.children(), [&](const clang::Stmt *Child) {
    return Child && anyStmt(*Child, Predicate);
  });
}

} // namespace slowpath

#endif
