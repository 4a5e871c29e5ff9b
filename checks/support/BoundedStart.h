// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_BOUNDEDSTART_H
#define SLOWPATH_CHECKS_SUPPORT_BOUNDEDSTART_H

#include "checks/Finding.h"
#include "checks/support/LoopData.h"
#include "checks/support/Spawns.h"

namespace slowpath {

/// How to start S for all Data of the loop In with a limit. Review edits where
/// futures are collected in a local container: waiting for the one started a
/// fixed number before needs nothing else. Else advice: workers that take the
/// elements in turn, or a semaphore. InHelper: S is in a function that In
/// calls.
Rewrite boundedStart(const Spawn &S, const Loop &In, const LoopData &Data,
                     bool InHelper, TranslationUnit &TU);

} // namespace slowpath

#endif
