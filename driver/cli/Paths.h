// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_PATHS_H
#define SLOWPATH_DRIVER_CLI_PATHS_H

#include <string>

namespace slowpath::cli {

/// Path without links, dots and dot-dots, absolute; Directory is what a
/// relative Path is relative to. A path that does not exist keeps its links.
std::string canonicalPath(const std::string &Path,
                          const std::string &Directory);

/// The current directory, canonical.
std::string currentDirectory();

/// Is canonical File below canonical Directory (or the same)?
bool isBelow(const std::string &File, const std::string &Directory);

/// Canonical File relative to Root when it is below it, else as it is.
std::string relativeTo(const std::string &File, const std::string &Root);

} // namespace slowpath::cli

#endif
