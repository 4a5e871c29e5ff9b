// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_REPORT_REPORTER_H
#define SLOWPATH_DRIVER_CLI_REPORT_REPORTER_H

#include "driver/cli/Findings.h"
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace slowpath::cli {

/// Writes a run in one format.
class Reporter {
public:
  virtual ~Reporter() = default;
  /// The whole output. Colored only asks: most formats have no colours.
  virtual std::string render(const RunReport &Report, bool Colored) const = 0;
};

std::unique_ptr<Reporter> makeTextReporter();
std::unique_ptr<Reporter> makeJsonReporter();

/// The reporter of a --output format, or null.
std::unique_ptr<Reporter> makeReporter(std::string_view Format);

/// The names makeReporter knows.
std::vector<std::string> reportFormats();

} // namespace slowpath::cli

#endif
