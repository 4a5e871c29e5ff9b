// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SNAPSHOTLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_SNAPSHOTLOOP_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// The loop over what Copy, `m.keys()` or `m.values()`, makes; null if there is
/// none, or the copy is needed: m may change in the loop.
const Loop *loopOverSnapshot(const clang::CXXMemberCallExpr &Copy,
                             TranslationUnit &TU);

/// `m[key]` of `for (key : m.keys())`, or null.
const clang::Expr *lookupOfElement(const clang::CXXMemberCallExpr &Copy,
                                   const Loop &Over, TranslationUnit &TU);

/// The loop Over Copy with iterators of the container.
Rewrite walkInstead(const clang::CXXMemberCallExpr &Copy, const Loop &Over,
                    TranslationUnit &TU);

} // namespace slowpath

#endif
