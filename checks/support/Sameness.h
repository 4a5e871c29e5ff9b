// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SAMENESS_H
#define SLOWPATH_CHECKS_SUPPORT_SAMENESS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// How sure it is that something is the same in all iterations of a loop.
enum class Sameness {
  No,
  /// Nothing in the loop writes to it by its name, and what else is called or
  /// written there hardly does.
  Likely,
  Proven
};

/// Of the value of E, and of all that is reached through it: the characters a
/// pointer points to, the elements of a container, the members of an object.
/// E may have no side effects of its own, except those of Call, the call or
/// construction in L that is asked about: what Call itself does is left out.
/// With LengthOnly, only the length of a text counts.
Sameness samenessOf(const clang::Expr &E, const clang::Expr &Call,
                    const Loop &L, bool LengthOnly, TranslationUnit &TU);

} // namespace slowpath

#endif
