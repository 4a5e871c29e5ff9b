// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STATEMENTS_H
#define SLOWPATH_CHECKS_SUPPORT_STATEMENTS_H

#include "clang/AST/ExprCXX.h"
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

/// As anyStmt, but does not look into lambdas, which run elsewhere. False for
/// null.
template <typename P>
bool anyStmtOutsideLambdas(const clang::Stmt *S, P Predicate) {
  if (!S)
    return false;
  if (Predicate(*S))
    return true;
  if (llvm::isa<clang::LambdaExpr>(S))
    return false;
  return llvm::any_of(S->children(), [&](const clang::Stmt *Child) {
    return anyStmtOutsideLambdas(Child, Predicate);
  });
}

} // namespace slowpath

#endif
