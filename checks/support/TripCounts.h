// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TRIPCOUNTS_H
#define SLOWPATH_CHECKS_SUPPORT_TRIPCOUNTS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// How often a loop runs, as code that may stand before it.
struct TripCountCode {
  std::string Text;
  /// What Text asks; null if it is a constant.
  const clang::Expr *Of = nullptr;
  /// The size of a container, or a constant: never negative, and never more
  /// than there is. What a variable says may be wrong.
  bool IsSize = false;
};

/// That of L, if L runs as often as something says before it: over all of a
/// container that is a variable or a member, from 0 to a limit that nothing in
/// L changes; and if no iteration leaves L.
std::optional<TripCountCode> tripCountBefore(const Loop &L,
                                             TranslationUnit &TU);

/// The same of the loops In, of which each is in the one before: how often the
/// last one's body runs, if what the inner ones run over is there before the
/// first, and stays as it is.
std::optional<TripCountCode> tripCountBefore(llvm::ArrayRef<const Loop *> In,
                                             TranslationUnit &TU);

} // namespace slowpath

#endif
