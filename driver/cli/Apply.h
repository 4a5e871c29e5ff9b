// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_APPLY_H
#define SLOWPATH_DRIVER_CLI_APPLY_H

#include "driver/cli/Findings.h"
#include "llvm/Support/Chrono.h"
#include <string>
#include <vector>

namespace slowpath::cli {

/// What came of applying rewrites.
struct Applied {
  /// How many findings are gone, and from how many files.
  unsigned Findings = 0;
  unsigned Files = 0;
  /// Why rewrites were not applied, in sentences for people.
  std::vector<std::string> Problems;
};

/// Applies the safe rewrites of Report to the files below its root, and takes
/// the findings they belong to out of it. A rewrite is applied with all its
/// edits or not at all; one of several files is not. Of rewrites that overlap,
/// the first is applied; the others stay findings, to be seen by the next run.
/// A file that was written to after Since, when the analysis began, or that
/// cannot be written, is left as it is. Files are replaced as a whole and keep
/// their permissions.
Applied applySafeFixes(RunReport &Report,
                       llvm::sys::TimePoint<std::chrono::nanoseconds> Since);

} // namespace slowpath::cli

#endif
