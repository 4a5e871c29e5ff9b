// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_ARGUMENTADJUSTER_H
#define SLOWPATH_DRIVER_CLI_ARGUMENTADJUSTER_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace slowpath::cli {

/// Turns the compile command of a build, whatever compiler it is for, into one
/// that clang only parses: without compiler launchers, outputs, what clang does
/// not know, and what makes a warning an error. File is what it compiles. A
/// clang's precompiled header stays in it; whether it can be used, the worker
/// finds out.
std::vector<std::string> adjustArguments(std::vector<std::string> Command,
                                         const std::string &File,
                                         const std::string &ResourceDir);

/// Clang's builtin headers: beside the executable when installed that way
/// (../lib/clang/22), else where they were when slowpath was built.
std::string findResourceDir(llvm::StringRef Executable);

} // namespace slowpath::cli

#endif
