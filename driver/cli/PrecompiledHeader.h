// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_PRECOMPILEDHEADER_H
#define SLOWPATH_DRIVER_CLI_PRECOMPILEDHEADER_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace clang {
class FileManager;
class PCHContainerReader;
} // namespace clang

namespace slowpath::cli {

/// The names of the files a precompiled header was made of, or nothing when it
/// is not to be used: it is missing, not by exactly this clang, or older than
/// one of them. Whether its settings are those of a compile command is left to
/// clang, which refuses to load it otherwise.
std::optional<std::vector<std::string>>
precompiledFiles(llvm::StringRef Path, clang::FileManager &Files,
                 const clang::PCHContainerReader &Reader);

} // namespace slowpath::cli

#endif
