// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_PROJECT_H
#define SLOWPATH_TESTS_SUPPORT_PROJECT_H

#include "tests/support/Process.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace slowpath::test {

/// A C++ project in a temporary folder, to run the programs on.
class Project {
public:
  /// The project stands in a subfolder of that name; `.git` marks it as a root.
  explicit Project(const std::string &Name = "project");

  const std::string &root() const { return Root; }
  std::string file(const std::string &Name) const { return Root + "/" + Name; }
  void write(const std::string &Name, llvm::StringRef Text) {
    writeFile(file(Name), Text);
  }

  /// Writes a source and adds its compile command to the database.
  void add(const std::string &Name, llvm::StringRef Text,
           const std::vector<std::string> &Args = {"-std=c++20"},
           const std::vector<std::string> &Compiler = {"c++"});
  /// Writes compile_commands.json with the commands added so far.
  void writeDatabase(const std::string &Folder = "build");

  /// Runs `slowpath check` with these arguments in Folder below the root.
  ProcessResult check(const std::vector<std::string> &Arguments = {},
                      ProcessOptions Options = {},
                      const std::string &Folder = "") const;
  /// The same with `--format json`; fails the running test if the output is
  /// not a JSON object.
  llvm::json::Object checkToJson(const std::vector<std::string> &Arguments = {},
                                 const std::string &Folder = "") const;

private:
  TemporaryFolder Temporary;
  std::string Root;
  llvm::json::Array Commands;
};

/// The path of the program under test.
std::string slowpathProgram();

/// Configures docs/example in the folder Build, with what `./dev` installs: a
/// bare machine has no make.
ProcessResult configureExample(const std::string &Build);

/// "file:line:column: message [check]" of each finding of a JSON report.
std::vector<std::string> findingsOf(const llvm::json::Object &Report);

/// The files of the `errors` of a JSON report.
std::vector<std::string> errorFilesOf(const llvm::json::Object &Report);

/// A source of which slowpath-string-append reports line 6, column 5.
inline constexpr llvm::StringLiteral SlowSource =
    "#include <string>\n"
    "#include <vector>\n"
    "std::string join(const std::vector<std::string> &parts) {\n"
    "  std::string text;\n"
    "  for (const auto &part : parts)\n"
    "    text = text + part;\n"
    "  return text;\n"
    "}\n";

} // namespace slowpath::test

#endif
