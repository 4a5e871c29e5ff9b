// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_COMMITLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_COMMITLOOP_H

#include "checks/support/DatabaseCalls.h"
#include "checks/support/Objects.h"

namespace slowpath {

/// The loop over data that executes S again and again on the same connection
/// (Object; null if no variable names it), in which items could share a
/// transaction. Nothing if the loop
///  - waits for events, retries, counts workers, or goes in chunks;
///  - executes S for single items only, or isolates the failure of each item;
///  - does work of another kind per item that a transaction must not wait for;
///  - takes jobs from a queue that it locks.
std::optional<Repetition> commitLoop(const clang::Expr &S,
                                     const clang::Expr *Object,
                                     TranslationUnit &TU);

} // namespace slowpath

#endif
