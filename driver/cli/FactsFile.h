// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_FACTSFILE_H
#define SLOWPATH_DRIVER_CLI_FACTSFILE_H

#include "driver/cli/Findings.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace slowpath::cli {

/// The bytes of the file that `slowpath facts` writes for a unit: eight bytes
/// that say what it is, then a facts::Unit (checks/facts/Facts.proto) packed by
/// zstd. A unit that failed gives one, too, which says why. Equal results give
/// equal bytes. Root is what paths are relative to.
std::string encodeFacts(const UnitResult &Result, const std::string &Root);

/// The reverse. The file's name of the result is relative to the root, as the
/// paths in it are. Fails on what another version wrote, and on anything else
/// that is no such file.
llvm::Expected<UnitResult> decodeFacts(llvm::StringRef Bytes);

/// Begins the paths in Result that begin with OLD with NEW, for each OLD=NEW of
/// Map; the last that fits counts, as for compilers. Paths below the project
/// root are relative and stay as they are.
void mapPrefixes(UnitResult &Result, llvm::ArrayRef<std::string> Map);

/// A make rule: Target was made from Inputs. Spaces, `#` and `$` are escaped as
/// make and ninja read them.
std::string dependencyRule(llvm::StringRef Target,
                           llvm::ArrayRef<std::string> Inputs);

} // namespace slowpath::cli

#endif
