// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_CLANGTIDY_H
#define SLOWPATH_TESTS_SUPPORT_CLANGTIDY_H

#include "tests/support/Process.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace slowpath::test {

/// Runs the distribution's clang-tidy with slowpath's plugin and only its
/// checks, in Folder.
ProcessResult clangTidy(const std::string &Folder,
                        const std::vector<std::string> &Arguments);

/// "file:line:column: message [check]" of every warning of slowpath's in
/// clang-tidy's output, sorted, each once; files relative to Root.
std::vector<std::string> warningsOf(llvm::StringRef Out,
                                    const std::string &Root);

} // namespace slowpath::test

#endif
