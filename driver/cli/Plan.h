// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_PLAN_H
#define SLOWPATH_DRIVER_CLI_PLAN_H

#include "driver/cli/Findings.h"
#include "driver/cli/Options.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace slowpath::cli {

/// A translation unit to analyse.
struct PlannedUnit {
  UnitRequest Request;
  /// When not empty: it stands for headers that include it; only findings in
  /// these files (canonical) were asked for.
  std::vector<std::string> OnlyFiles;
};

/// What a run is going to do.
struct Plan {
  std::string Root;
  std::vector<PlannedUnit> Units;
  /// Where the build writes the sources it generates, canonical; findings in
  /// there are left out. Empty when there is no such directory or it was asked
  /// for.
  std::string GeneratedDir;
  /// Paths that were asked for and have no compile command.
  std::vector<UnitError> Missing;
  /// Things the user may want to know, such as which of several databases is
  /// used.
  std::vector<std::string> Remarks;
};

/// Finds the compile database and the translation units that the paths of the
/// command line select. The error says what is missing and how to get it.
llvm::Expected<Plan> makePlan(const Options &Opts);

} // namespace slowpath::cli

#endif
