// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_COUNTEDCOPY_H
#define SLOWPATH_CHECKS_SUPPORT_COUNTEDCOPY_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A copy of a pointer that counts its owners atomically, made in each
/// iteration of a loop over data.
struct CountedCopy {
  const Loop *In = nullptr;
  const clang::VarDecl *Copy = nullptr;
  /// What is copied: an element, a member, a variable.
  const clang::Expr *From = nullptr;
};

/// The copy that Var holds, if a const reference to what is copied would do:
/// Var is only followed and compared, and nothing that runs while it lives can
/// change what is copied. Nothing if an iteration does more than takes as long
/// as the copy.
std::optional<CountedCopy> countedCopyAt(const clang::VarDecl &Var,
                                         TranslationUnit &TU);

/// To make Copy a reference; safe.
Rewrite referInstead(const CountedCopy &Copied, TranslationUnit &TU);

} // namespace slowpath

#endif
