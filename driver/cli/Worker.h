// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_WORKER_H
#define SLOWPATH_DRIVER_CLI_WORKER_H

#include "driver/cli/Findings.h"

namespace slowpath::cli {

/// The descriptors a worker process talks on. Not 0 to 2: clang and what it
/// calls may print there.
constexpr int WorkerRequestFd = 3;
constexpr int WorkerResultFd = 4;

/// Parses one translation unit and runs the checks on it, in this process: a
/// crash of clang is a crash of the caller.
UnitResult analyse(const UnitRequest &Request, const std::string &ResourceDir);

/// The `slowpath worker` command: answers requests until the pipe closes.
/// Returns the exit status.
int runWorker();

} // namespace slowpath::cli

#endif
