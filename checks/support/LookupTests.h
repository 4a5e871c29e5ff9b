// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOKUPTESTS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOKUPTESTS_H

#include "checks/support/Lookups.h"

namespace slowpath {

/// A condition that holds if a key is there, or if it is not, and the code that
/// it decides about.
struct LookupTest {
  /// `m.count(k)`, or the `m.find(k)` that Place is made of.
  Lookup Asked;
  /// `it` of `auto it = m.find(k);` or null.
  const clang::VarDecl *Place = nullptr;
  /// `!m.count(k)`, `it == m.end()`
  const clang::Expr *Atom = nullptr;
  bool HoldsIfFound = true;
  /// The `if`, `?:` or loop around, else the outermost `&&`, `||`.
  const clang::Stmt *Decides = nullptr;
  /// Nothing of the condition is evaluated before.
  bool IsFirst = true;
  /// Nothing of it is evaluated after.
  bool IsLast = true;
  /// There is nothing else in the condition.
  bool IsAlone = true;
  /// The statements and operands that only run if the key was there.
  llvm::SmallVector<const clang::Stmt *, 4> Found;
  /// Those that only run if it was not.
  llvm::SmallVector<const clang::Stmt *, 4> Missing;
  /// Those behind an `if` that both ways lead to.
  llvm::SmallVector<const clang::Stmt *, 4> Behind;
};

/// The conditions that ask what Asked, of Kind Test or Find, has found.
llvm::SmallVector<LookupTest, 2> testsOf(const Lookup &Asked,
                                         const FunctionAnalysis &Analysis);

/// Does control never leave S at its end?
bool leavesBlock(const clang::Stmt &S);

} // namespace slowpath

#endif
