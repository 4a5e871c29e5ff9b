// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_LINT_H
#define SLOWPATH_TESTS_SUPPORT_LINT_H

#include "checks/Finding.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace slowpath::test {

/// The texts of some files by absolute path; they hide those on disk.
using FileTexts = std::map<std::string, std::string>;

/// Edits by absolute path of the file.
using FileEdits = llvm::StringMap<clang::tooling::Replacements>;

/// One translation unit to lint, as clang-tidy would be asked to.
struct LintRequest {
  /// Absolute path of the main file.
  std::string File;
  /// Compiler arguments without the compiler and the file.
  std::vector<std::string> Args;
  /// clang-tidy's glob list, "-*,slowpath-string-append".
  std::string Checks;
  /// CheckOptions.
  std::map<std::string, std::string> Options;
  FileTexts Overlay;
};

/// A place in a file; lines and columns count from 1, columns in bytes.
struct LintedPlace {
  std::string File;
  unsigned Offset = 0;
  unsigned Line = 0;
  unsigned Column = 0;
};

struct LintedNote {
  LintedPlace At;
  std::string Message;
};

/// A diagnostic of a check, joined to its record.
struct LintedFinding {
  std::string Check;
  LintedPlace At;
  std::string Message;
  std::vector<LintedNote> Notes;
  /// The edits on the warning, which `--fix` applies.
  FileEdits Safe;
  /// The edits on its notes, which only `--fix-notes` applies.
  FileEdits Review;
  /// Empty if the check did not report through SlowpathCheck::report.
  std::optional<FindingRecord> Record;
};

struct LintResult {
  std::vector<LintedFinding> Findings;
  /// "file:line: message" of everything clang itself calls an error.
  std::vector<std::string> CompileErrors;
};

/// Lints in this process through clang-tidy's library, so NOLINT, header
/// filters and fix handling are clang-tidy's own. Headers outside of system
/// directories count as user code.
LintResult lint(const LintRequest &Request);

enum class Apply { Safe, SafeAndReview };

/// What applying fixes again and again leads to.
struct FixOutcome {
  /// The files that changed.
  FileTexts Changed;
  /// Rounds of lint-and-apply until nothing was left to apply.
  unsigned Rounds = 0;
  /// False if edits were still offered after MaxRounds.
  bool Converged = false;
  /// The result of linting the changed files.
  LintResult Last;
};

/// Linting, applying all edits that do not overlap, and linting again, until
/// no edit is offered. First is the result of linting Request.
FixOutcome applyFixes(const LintRequest &Request, const LintResult &First,
                      Apply What);

/// The compiler arguments every lint and compilation of test code starts with.
std::vector<std::string> defaultArgs();

} // namespace slowpath::test

#endif
