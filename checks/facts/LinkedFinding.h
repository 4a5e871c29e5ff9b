// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FACTS_LINKEDFINDING_H
#define SLOWPATH_CHECKS_FACTS_LINKEDFINDING_H

#include "checks/CheckInfo.h"
#include "checks/facts/Program.h"
#include <string>
#include <vector>

namespace slowpath {

/// A place in a file, as the facts name it.
struct LinkedNote {
  std::string File;
  facts::Position At;
  std::string Message;
};

/// A bottleneck that shows only when units are put together. Always advice:
/// what it takes to rewrite it is in several files.
struct LinkedFinding {
  llvm::StringRef Check;
  /// The call in the loop.
  SiteRef At;
  std::string Message;
  Cost Growth;
  /// The loop, then the way to the library call.
  std::vector<LinkedNote> Notes;
  std::string FixTitle;
  std::string Advice;
};

/// All findings of all checks that need more than one unit, in the order of
/// units' names, then of source, and only where the check may report.
std::vector<LinkedFinding> findAcrossUnits(const Program &Linked);

/// Is the finding of Check at this place of a unit wrong in the light of what
/// other units say?
bool isRefuted(const Program &Linked, llvm::StringRef Check,
               llvm::StringRef File, unsigned Line, unsigned Column);

} // namespace slowpath

#endif
