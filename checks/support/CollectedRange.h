// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_COLLECTEDRANGE_H
#define SLOWPATH_CHECKS_SUPPORT_COLLECTEDRANGE_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A local sequence that one loop fills, and the next statement goes through
/// once: `for (…) lengths.push_back(…); for (int length : lengths) sum +=
/// length;`
struct CollectedRange {
  const clang::VarDecl *Sequence = nullptr;
  const Loop *Fill = nullptr;
  const Loop *Walk = nullptr;
};

/// That which Over goes through. Nothing unless both loops could provably be
/// one: Over does nothing but to compute values of variables that the other
/// loop does not use, from elements and what that loop does not change; it goes
/// through all of them, in their order; and nothing else asks the sequence for
/// anything.
std::optional<CollectedRange> collectedBy(const clang::CXXForRangeStmt &Over,
                                          TranslationUnit &TU);

/// One loop, as advice.
Rewrite computeAtOnce(const CollectedRange &Collected, TranslationUnit &TU);

} // namespace slowpath

#endif
