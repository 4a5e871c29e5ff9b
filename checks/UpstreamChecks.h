// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_UPSTREAMCHECKS_H
#define SLOWPATH_CHECKS_UPSTREAMCHECKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace slowpath {

/// One of clang-tidy's own checks, run in the same pass.
struct UpstreamCheck {
  llvm::StringRef Name;
  /// Run unless the configuration says otherwise.
  bool IsDefault = false;
  /// Can its rewrite be offered? Not if it is known to change what programs do,
  /// or leaves other files that do not compile.
  bool IsFixBelieved = false;
  /// The check of slowpath that says the same where both report, and more; or
  /// empty.
  // So that checks that none covers need not name it.
  // NOLINTNEXTLINE(readability-redundant-member-init)
  llvm::StringRef CoveredBy = {};
};

/// All of `performance-*`, sorted by name.
llvm::ArrayRef<UpstreamCheck> upstreamChecks();

/// The facts of the check of that name, or null: not one of `performance-*`.
const UpstreamCheck *findUpstreamCheck(llvm::StringRef Name);

} // namespace slowpath

#endif
