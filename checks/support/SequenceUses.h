// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SEQUENCEUSES_H
#define SLOWPATH_CHECKS_SUPPORT_SEQUENCEUSES_H

#include "checks/support/Objects.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

// Why inserting or erasing at the front of a sequence, again and again, may
// cost nothing.

/// Is what At erases not its way through one long sequence: the object is
/// filled anew in the loop (`line = read()`), only a prefix is stripped, or the
/// parts of a name are split off?
bool isConsumedElsewise(const clang::Expr &Object, const Repetition &Rep,
                        const clang::Stmt &At, TranslationUnit &TU);

/// Says where an error has come from, on its way up: `error.insert(0, "E1: ");
/// return false;`.
bool labelsError(const clang::CXXMemberCallExpr &Insert, TranslationUnit &TU);

/// `if (copy.empty()) copy.insert(copy.begin(), first, last);`
bool isOnlyWhenEmpty(const clang::Expr &Object, const clang::Expr &Insert,
                     TranslationUnit &TU);

} // namespace slowpath

#endif
