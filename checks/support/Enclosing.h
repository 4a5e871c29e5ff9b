// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_ENCLOSING_H
#define SLOWPATH_CHECKS_SUPPORT_ENCLOSING_H

#include "checks/support/Loops.h"
#include "clang/AST/StmtCXX.h"

namespace slowpath {

/// Is S within a statement or expression of one of the classes T, all within
/// the function of Analysis: isInside<LambdaExpr>(S, Analysis)? For loops, ask
/// the loop analysis.
template <typename... T>
bool isInside(const clang::Stmt &S, const FunctionAnalysis &Analysis) {
  for (const clang::Stmt *Up = Analysis.parent(S); Up;
       Up = Analysis.parent(*Up))
    if (llvm::isa<T...>(Up))
      return true;
  return false;
}

} // namespace slowpath

#endif
