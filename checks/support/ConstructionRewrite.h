// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CONSTRUCTIONREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_CONSTRUCTIONREWRITE_H

#include "checks/Finding.h"
#include "checks/support/Constructions.h"

namespace slowpath {

/// Makes what C makes once, before the outermost loop around it, beginning with
/// L, of which it is the same. Safe if it is a regular expression without state
/// of constants, its own variable or a temporary.
Rewrite makeBeforeLoop(const Construction &C, ObjectUse Use, const Loop &L,
                       TranslationUnit &TU);

/// The edits that keep what C makes for the next call of its function: `static
/// const`, or `thread_local` for what changes when it is used. None if it
/// depends on the call, or there is no place for it.
llvm::SmallVector<clang::FixItHint, 4> keepForNextCall(const Construction &C,
                                                       TranslationUnit &TU);

/// `std::ostringstream` in the body of L, which is emptied instead of made
/// anew. Nothing if the loop does more with it than to write, read, or take its
/// text, or spends its time elsewhere.
std::optional<Rewrite> reuseStream(const Construction &C, const Loop &L,
                                   TranslationUnit &TU);

} // namespace slowpath

#endif
