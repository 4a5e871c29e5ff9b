// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SNAPSHOTREADS_H
#define SLOWPATH_CHECKS_SUPPORT_SNAPSHOTREADS_H

#include "checks/support/SingleReads.h"
#include "checks/support/SnapshotLoop.h"

namespace slowpath {

/// What is asked of Copy, in the same expression, that the container itself can
/// tell: `m.keys().contains(key)`. Nothing if there is no such thing.
std::optional<SingleRead> readOfSnapshot(const Snapshot &Copy,
                                         TranslationUnit &TU);

/// Have Copy and all copies in L that are written as Copy such a read? L is a
/// loop around Copy.
bool areAllSingleReads(const clang::CallExpr &Copy, const Loop &L,
                       TranslationUnit &TU);

/// Read asked of the container. Safe where the answer is provably the same.
Rewrite askContainer(const Snapshot &Copy, const SingleRead &Read,
                     TranslationUnit &TU);

} // namespace slowpath

#endif
