// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_REPORT_DIFF_H
#define SLOWPATH_DRIVER_CLI_REPORT_DIFF_H

#include "driver/cli/Findings.h"
#include "driver/cli/SourceText.h"
#include <functional>
#include <string>
#include <vector>

namespace slowpath::cli {

/// Neighbouring lines that a fix replaces.
struct Hunk {
  std::string File;
  /// Of the first line, in the old file.
  unsigned Line = 0;
  std::vector<std::string> Removed;
  std::vector<std::string> Added;
};

/// What a fix does to whole lines; lines that stay are left out. Source gives
/// the text of a file. A fix that no longer fits the text (the file changed
/// since) gives nothing.
std::vector<Hunk>
makeDiff(const Fix &F,
         const std::function<const SourceText &(const std::string &)> &Source);

} // namespace slowpath::cli

#endif
