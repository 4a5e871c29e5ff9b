// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/AllChecks.h"
#include "driver/cli/Run.h"
#include <cstdio>
#include <fmt/format.h>

namespace slowpath::cli {

int listChecks() {
  for (const CheckInfo *Check : allChecks()) {
    fmt::print(
        "{}{}\n  {}\n  {} → {}, impact {}, rewrites: {}\n", Check->Name.str(),
        Check->IsDefault ? "" : " (only if asked for)", Check->Summary.str(),
        Check->Typical.Before.str(), Check->Typical.After.str(),
        toString(Check->Paid).str(), toString(Check->BestFix).str());
    for (const OptionInfo &Option : Check->Options)
      fmt::print("    {}.{} (default: {}): {}\n", Check->Name.str(),
                 Option.Name.str(), Option.Default.str(), Option.Help.str());
  }
  return ExitClean;
}

} // namespace slowpath::cli
