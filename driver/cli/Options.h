// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_OPTIONS_H
#define SLOWPATH_DRIVER_CLI_OPTIONS_H

#include "driver/cli/Color.h"
#include <optional>
#include <string>
#include <vector>

namespace slowpath::cli {

/// What the command line of `slowpath check` says.
struct Options {
  /// Files and directories; none means the whole database.
  std::vector<std::string> Paths;
  /// -p: a directory with compile_commands.json, or that file.
  std::optional<std::string> BuildDir;
  std::optional<std::string> Checks;
  /// 0 means one per core.
  unsigned Jobs = 0;
  unsigned TimeoutSeconds = 120;
  /// FORMAT or FORMAT=FILE; none means text on standard output.
  std::vector<std::string> Outputs;
  /// -o: the file, or the directory, that facts are written to.
  std::string FactsTo;
  /// --depfile: write beside each facts file what it was made from.
  bool WithDepfile = false;
  /// --prefix-map: OLD=NEW.
  std::vector<std::string> PrefixMap;
  ColorMode Color = ColorMode::Auto;
  bool Quiet = false;
  /// --fix: apply the safe rewrites.
  bool Fix = false;
  /// --index: write the index of the project for editors.
  bool Index = false;
  /// What follows "--", if there was one.
  std::optional<std::vector<std::string>> CompileArguments;
};

/// Exit statuses, as documented in `slowpath check --help`.
enum ExitStatus : int {
  ExitClean = 0,
  ExitFindings = 1,
  ExitUsage = 2,
  ExitUnanalysed = 3,
};

} // namespace slowpath::cli

#endif
