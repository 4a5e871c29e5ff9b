// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SEQUENCEREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_SEQUENCEREWRITE_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// `v.insert(v.begin(), x)` in a loop as push_back and one std::reverse behind
/// the outermost loop that v outlives. Safe if nobody can see the elements in
/// between: v is an own library container that is empty before the loop,
/// mentioned nowhere else in it, and left only at its end. Where v may hold
/// elements before, or grows at its end as well, advice to collect the elements
/// for its front. Nothing if Insert inserts a range, or text, whose own order
/// would be reversed, too, or if the order in between is seen.
std::optional<Rewrite> appendAndReverse(const clang::CXXMemberCallExpr &Insert,
                                        TranslationUnit &TU);

/// `v.erase(v.begin())` as pop_front() of a std::deque. Safe if v is an own
/// std::vector, declared alone, whose every use means the same for a deque.
/// Nothing for other containers and for ranges.
std::optional<Rewrite> popFromDeque(const clang::CXXMemberCallExpr &Erase,
                                    TranslationUnit &TU);

/// What to do about any other insertion at the front, as advice.
Rewrite insertElsewhere(const clang::CXXMemberCallExpr &Insert,
                        TranslationUnit &TU);

/// What to do about Drop, which drops the front of Object (a sequence or text)
/// in the iterations of In, or of a loop around the call of its function if
/// that is null; as advice.
Rewrite keepACursor(const clang::Expr &Drop, const clang::Expr &Object,
                    const Loop *In, TranslationUnit &TU);

} // namespace slowpath

#endif
