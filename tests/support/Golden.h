// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_GOLDEN_H
#define SLOWPATH_TESTS_SUPPORT_GOLDEN_H

#include "tests/support/Lint.h"
#include <optional>
#include <string>
#include <vector>

namespace slowpath::test {

/// One expectation in a comment; docs/testing.md describes the forms.
struct Want {
  std::string File;
  /// The line expected, with `@-1` already applied.
  unsigned Line = 0;
  std::string Text;
  std::optional<FixLevel> Level;
  /// Of the `want-advice` comments that follow.
  std::vector<std::string> AdviceLines;
};

/// The comments of a golden case, and of the files beside it that it includes.
struct Expectations {
  std::vector<std::string> Args;
  std::vector<std::string> Packages;
  std::map<std::string, std::string> Options;
  /// Empty for the check the case's folder is named after.
  std::string Checks;
  /// The file name to lint under, relative to a made-up project; or empty.
  std::string As;
  bool MayHaveErrors = false;
  std::vector<Want> Findings;
  std::vector<Want> Notes;
};

/// Reads the comments of one file's Text into Into. Only the main file of a
/// case may have directives. Returns what is wrong with them.
std::vector<std::string> parseExpectations(const std::string &File,
                                           llvm::StringRef Text,
                                           bool IsMainFile, Expectations &Into);

/// The compiler arguments a case with these directives is parsed with. Adds
/// what is wrong with its packages to Found.
std::vector<std::string> compilerArgs(const Expectations &Of,
                                      std::vector<std::string> &Found);

/// Compares findings with expectations: every finding wanted, every want met.
/// Returns one "file:line: …" text per difference.
std::vector<std::string> compare(const Expectations &Expected,
                                 const std::vector<LintedFinding> &Findings);

/// What is wrong with the text of a message: upper case at the beginning, a
/// full stop at the end, a line break. Empty if nothing is.
std::string messageProblem(llvm::StringRef Message);

/// A file tests/golden/<check>/<name>.cpp.
struct GoldenCase {
  /// "string-append".
  std::string Folder;
  std::string Name;
  std::string Path;

  /// Does it promise that nothing is found?
  bool isOk() const { return llvm::StringRef(Name).ends_with("_ok"); }
};

/// The golden cases below a folder, sorted; files written by the harness
/// (`.fixed.cpp`, `.review.cpp`) are not cases.
std::vector<GoldenCase> goldenCases(const std::string &Folder);

/// tests/golden of the source tree.
std::string goldenFolder();

/// Were the golden files asked to be rewritten (UPDATE_SNAPSHOTS=1)?
bool updatesSnapshots();

/// Compares Text with the file Path, or writes it there when snapshots are
/// updated. No text means that there must be no such file. Returns problems.
std::vector<std::string>
compareSnapshot(const std::string &Path,
                const std::optional<std::string> &Text);

/// Carries out a golden case: findings, fixes, equivalence. Returns everything
/// that is wrong, one text per problem; empty means the case passed.
std::vector<std::string> checkCase(const GoldenCase &Case);

} // namespace slowpath::test

#endif
