// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_ERASELOOP_H
#define SLOWPATH_CHECKS_SUPPORT_ERASELOOP_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// If L is `for (auto it = v.begin(); it != v.end();) if (cond(*it)) it =
/// v.erase(it); else ++it;` around Erase and nothing more, or the same by
/// index, with a condition that has no side effects: the loop as
/// `std::erase_if` or, where there is none for v, as erase(remove_if(…)). The
/// same of a loop that looks for a character and erases it. Nothing otherwise.
std::optional<Rewrite> eraseInOnePass(const clang::CXXMemberCallExpr &Erase,
                                      const Loop &L, TranslationUnit &TU);

/// Has S no assignment, and only calls that promise not to change what they
/// look at?
bool isEffectless(const clang::Stmt &S);

} // namespace slowpath

#endif
