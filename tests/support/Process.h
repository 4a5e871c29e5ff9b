// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_PROCESS_H
#define SLOWPATH_TESTS_SUPPORT_PROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace slowpath::test {

/// How a child process ended.
struct ProcessResult {
  /// The exit status; negative when it could not start, crashed or timed out.
  int Status = -1;
  std::string Out;
  std::string Err;
  /// Why Status is negative, else empty.
  std::string Problem;
};

/// Where and how a child process runs.
struct ProcessOptions {
  /// The working directory; empty for the test's own.
  std::string Directory;
  /// "NAME=value" settings added to the environment.
  std::vector<std::string> Environment;
  /// Names removed from the environment.
  std::vector<std::string> Unset;
  unsigned TimeoutSeconds = 60;
};

/// Runs Command (a path or a name looked up in PATH, then its arguments) with
/// no standard input and waits for it.
ProcessResult run(llvm::ArrayRef<std::string> Command,
                  const ProcessOptions &Options = {});

/// The content of a file; fails the running test and returns an empty string
/// when it cannot be read.
std::string readFile(const std::string &Path);

/// Writes a file and the folders above it; fails the running test on errors.
void writeFile(const std::string &Path, llvm::StringRef Text);

/// A folder that is removed with all it holds when the object dies.
class TemporaryFolder {
public:
  explicit TemporaryFolder(llvm::StringRef Prefix = "slowpath-test");
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  const std::string &path() const { return Path; }
  /// The path of a file in it.
  std::string file(llvm::StringRef Name) const {
    return Path + "/" + Name.str();
  }

private:
  std::string Path;
};

} // namespace slowpath::test

#endif
