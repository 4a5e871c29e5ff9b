// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_GIVENTEXTS_H
#define SLOWPATH_CHECKS_SUPPORT_GIVENTEXTS_H

#include "clang/AST/Expr.h"

namespace slowpath {

/// The literal that Init gives a text, directly or by a condition; null if it
/// may give another.
const clang::Expr *literalOf(const clang::Expr &Init);

/// Does Init leave a text empty?
bool isEmpty(const clang::Expr &Init);

} // namespace slowpath

#endif
