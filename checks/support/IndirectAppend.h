// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_INDIRECTAPPEND_H
#define SLOWPATH_CHECKS_SUPPORT_INDIRECTAPPEND_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// `s = s.empty() ? x : s + x` as a branch that appends. Nothing if no branch
/// of Assign's value begins with s, or the other does, too.
std::optional<Rewrite> appendInBranch(const clang::CXXOperatorCallExpr &Assign,
                                      const clang::ASTContext &Context);

/// `stream << s << x; s = stream.str();`, where each iteration of L begins with
/// an empty stream, as one stream for all. Nothing if s is not written to what
/// Snapshot takes the text of.
std::optional<Rewrite> keepOneStream(const clang::CXXOperatorCallExpr &Assign,
                                     const clang::CallExpr &Snapshot,
                                     const Loop &L, TranslationUnit &TU);

} // namespace slowpath

#endif
