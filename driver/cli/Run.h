// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_RUN_H
#define SLOWPATH_DRIVER_CLI_RUN_H

#include "driver/cli/Options.h"

namespace slowpath::cli {

/// `slowpath check`: plans, analyses, reports. Returns the exit status, or 128
/// plus the signal that ended the run.
int runCheck(const Options &Opts);

/// `slowpath checks`: prints the registry.
int listChecks();

} // namespace slowpath::cli

#endif
