// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/ClangTidy.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Regex.h"
#include <set>

namespace slowpath::test {

ProcessResult clangTidy(const std::string &Folder,
                        const std::vector<std::string> &Arguments) {
  std::vector<std::string> Command = {SLOWPATH_LLVM_BIN_DIR "/clang-tidy",
                                      "--load=" SLOWPATH_BINARY_DIR
                                      "/lib/libslowpath-tidy.so",
                                      "--checks=-*,slowpath-*", "--quiet"};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  ProcessOptions Options;
  Options.Directory = Folder;
  Options.TimeoutSeconds = 240;
  return run(Command, Options);
}

std::vector<std::string> warningsOf(llvm::StringRef Out,
                                    const std::string &Root) {
  static const llvm::Regex Warning(
      "^(.*):([0-9]+:[0-9]+): warning: (.* \\[slowpath-[a-z-]+\\])$");
  std::set<std::string> Warnings;
  for (llvm::StringRef Line : llvm::split(Out, '\n')) {
    llvm::SmallVector<llvm::StringRef> Groups;
    if (!Warning.match(Line, &Groups))
      continue;
    llvm::StringRef File = Groups[1];
    File.consume_front(Root + "/");
    Warnings.insert((File + ":" + Groups[2] + ": " + Groups[3]).str());
  }
  return {Warnings.begin(), Warnings.end()};
}

} // namespace slowpath::test
