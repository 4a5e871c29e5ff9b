// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_RUN_H
#define SLOWPATH_DRIVER_CLI_RUN_H

#include "driver/cli/Options.h"

namespace slowpath::cli {

/// `slowpath check`: plans, analyses, reports. Returns the exit status, or 128
/// plus the signal that ended the run.
int runCheck(const Options &Opts);

/// `slowpath facts`: as check, but writes what each unit says into a file of
/// its own, for runLink. Findings are no failure; a unit that could not be
/// analysed has a file that says so. Returns 0, or 2 if a file could not be
/// written.
int runFacts(const Options &Opts);

/// `slowpath link`: reads the files of runFacts and reports what runCheck would
/// have. Files in any order give the same report.
int runLink(const Options &Opts);

/// `slowpath checks`: prints the registry.
int listChecks();

} // namespace slowpath::cli

#endif
