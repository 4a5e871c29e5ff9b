// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_OUTPUTS_H
#define SLOWPATH_DRIVER_CLI_OUTPUTS_H

#include "driver/cli/Color.h"
#include "driver/cli/Report/Reporter.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace slowpath::cli {

/// One --output FORMAT[=FILE].
struct Output {
  std::unique_ptr<Reporter> Writer;
  std::string Format;
  /// Empty means standard output.
  std::string File;
};

/// Reads the values of --output; text on standard output when there are none.
/// Unknown formats and two outputs for one place are errors.
llvm::Expected<std::vector<Output>>
parseOutputs(const std::vector<std::string> &Values);

/// Writes all of them. A file that cannot be written is told on standard error
/// and does not keep the others from being written. Returns whether all were; a
/// reader of standard output that went away is no failure.
bool writeOutputs(const std::vector<Output> &Outputs, const RunReport &Report,
                  ColorMode Color);

} // namespace slowpath::cli

#endif
