// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_WAITEDTASKS_H
#define SLOWPATH_CHECKS_SUPPORT_WAITEDTASKS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A task that is started to run at the same time as what follows, and is
/// waited for before anything follows.
struct WaitedTask {
  /// The call or construction that starts it.
  const clang::Expr *Start = nullptr;
  /// What its result is kept in or it is held by until the wait, or null.
  const clang::VarDecl *Handle = nullptr;
  /// The statement in its block that starts it, and the one that waits: the
  /// same one in `std::async(work).get();`.
  const clang::Stmt *Starting = nullptr;
  const clang::Stmt *Waiting = nullptr;
};

/// The task that E starts and the next statement, or E's own, waits for without
/// a time limit; nothing if there is none. Futures and threads of all libraries
/// that the models know, not those that only run when they are waited for.
std::optional<WaitedTask> waitedTaskAt(const clang::Expr &E,
                                       TranslationUnit &TU);

/// The same, of the first such call in S, a statement of a block.
std::optional<WaitedTask> waitedTaskIn(const clang::Stmt &S,
                                       TranslationUnit &TU);

/// May what Task runs or is given depend on what an iteration of L before has
/// changed?
bool mayDependOn(const WaitedTask &Task, const Loop &L, TranslationUnit &TU);

/// The same, of Before, a statement in front of it.
bool mayDependOn(const WaitedTask &Task, const clang::Stmt &Before,
                 TranslationUnit &TU);

} // namespace slowpath

#endif
