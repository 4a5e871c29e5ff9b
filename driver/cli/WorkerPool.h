// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_WORKERPOOL_H
#define SLOWPATH_DRIVER_CLI_WORKERPOOL_H

#include "driver/cli/Findings.h"
#include <chrono>
#include <functional>
#include <vector>

namespace slowpath::cli {

struct PoolOptions {
  /// At least 1.
  unsigned Jobs = 1;
  /// For one translation unit; zero means no limit.
  std::chrono::seconds Timeout{120};
};

/// What the pool tells while it runs. Called on the thread of runPool.
struct PoolCallbacks {
  /// The result of Requests[Index], once for each, in any order. A worker that
  /// crashed, ran out of time or answered nonsense gives a failed result.
  std::function<void(size_t Index, UnitResult Result)> Done;
  /// Several times a second.
  std::function<void()> Tick;
};

/// Analyses the requests in worker processes of this very program, one
/// translation unit at a time each, and returns when all are done: 0, or the
/// signal (SIGINT, SIGTERM, SIGHUP) that ended the run early. No worker is left
/// in either case. Takes over these signals and SIGPIPE while it runs, so only
/// one pool at a time.
int runPool(const std::vector<UnitRequest> &Requests,
            const PoolOptions &Options, const PoolCallbacks &Callbacks);

} // namespace slowpath::cli

#endif
