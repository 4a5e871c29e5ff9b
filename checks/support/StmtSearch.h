// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STMTSEARCH_H
#define SLOWPATH_CHECKS_SUPPORT_STMTSEARCH_H

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace slowpath {

/// Calls Predicate for every statement under S, but for bodies of lambdas,
/// until it returns true. Returns whether it did.
template <typename P> bool anyStmt(const clang::Stmt *S, P Predicate) {
  if (!S)
    return false;
  if (Predicate(*S))
    return true;
  if (llvm::isa<clang::LambdaExpr>(S))
    return false;
  return llvm::any_of(S->children(), [&](const clang::Stmt *Child) {
    return anyStmt(Child, Predicate);
  });
}

} // namespace slowpath

#endif
