// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_PROGRESS_H
#define SLOWPATH_DRIVER_CLI_PROGRESS_H

#include <chrono>
#include <cstddef>
#include <string>

namespace slowpath::cli {

/// Tells on standard error how far a run is: a bar when that is a terminal, a
/// line every ten seconds when it is not (a log), nothing when Quiet.
class Progress {
public:
  Progress(size_t Total, bool Quiet);
  /// Removes the bar.
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  void advance(const std::string &File);
  /// Draws when it is time to.
  void tick();

private:
  using Clock = std::chrono::steady_clock;

  size_t Total;
  size_t Done = 0;
  std::string Latest;
  bool Quiet;
  bool IsTerminal;
  bool IsDrawn = false;
  Clock::time_point Drawn;
};

} // namespace slowpath::cli

#endif
