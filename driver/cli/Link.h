// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_LINK_H
#define SLOWPATH_DRIVER_CLI_LINK_H

#include "driver/cli/Findings.h"
#include "llvm/Support/Error.h"
#include <vector>

namespace slowpath::cli {

/// Puts the facts of the units together. Findings that other units refute are
/// taken out of Results; what only several units show is added to the result of
/// the unit it is in. Root is what reported paths are relative to. Facts that
/// cannot be read are named in a ConfigErrors of their unit, and the other
/// units are linked without them.
///
/// WithIndex: writes the index of the project for editors, too; the error, if
/// that fails, is returned when all else is done.
llvm::Error link(std::vector<UnitResult> &Results, const std::string &Root,
                 bool WithIndex);

} // namespace slowpath::cli

#endif
