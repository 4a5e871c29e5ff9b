// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOCKEDLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_LOCKEDLOOP_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A mutex that a loop locks and unlocks in every iteration.
struct LockedLoop {
  const Loop *In = nullptr;
  /// The construction of the guard, or the call that locks.
  const clang::Expr *Lock = nullptr;
  /// The declaration of the guard, or null.
  const clang::DeclStmt *Guard = nullptr;
  /// The call that unlocks, if there is no guard.
  const clang::CallExpr *Unlock = nullptr;
  const clang::Expr *Mutex = nullptr;
};

/// What Lock, which locks a mutex by its model, is to the loop over data around
/// it; nothing if it does not lock the same in every iteration, if what locks
/// is used otherwise in the loop (to wait, to unlock on the way), or if nobody
/// can tell where it is unlocked.
std::optional<LockedLoop> lockedLoopAt(const clang::Expr &Lock,
                                       TranslationUnit &TU);

/// To lock once, around the loop: of level review, since others wait longer.
Rewrite lockOnce(const LockedLoop &Locked, TranslationUnit &TU);

} // namespace slowpath

#endif
