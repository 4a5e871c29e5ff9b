// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_FINDINGS_H
#define SLOWPATH_DRIVER_CLI_FINDINGS_H

#include <optional>
#include <string>
#include <vector>

/// The data of a run. Plain structs: they cross the pipe between the program
/// and its workers, and the reporters need nothing of clang.
namespace slowpath::cli {

/// One replaced piece of text. Lines and columns count from 1, columns and
/// offsets in bytes; the end is one past the last replaced byte.
struct Edit {
  std::string File;
  unsigned StartLine = 0;
  unsigned StartColumn = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  unsigned Offset = 0;
  unsigned Length = 0;
  std::string Replacement;

  bool operator==(const Edit &) const = default;
};

/// A rewrite: all its edits or none.
struct Fix {
  std::string Title;
  std::vector<Edit> Edits;

  bool operator==(const Fix &) const = default;
};

struct Note {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;

  bool operator==(const Note &) const = default;
};

/// A finding as reports show it. Files are relative to the project root when
/// they are below it, else absolute.
struct ReportedFinding {
  std::string Check;
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  std::string Message;
  std::string CostBefore;
  std::string CostAfter;
  /// "safe", "review" or "advice".
  std::string FixLevel;
  /// What the rewrite does, "append in place"; may be empty.
  std::string FixTitle;
  std::vector<Fix> Fixes;
  /// The rewritten code as a person would be shown it; may be empty.
  std::string Advice;
  std::vector<Note> Notes;

  bool operator==(const ReportedFinding &) const = default;
};

/// What a worker needs to analyse one translation unit.
struct UnitRequest {
  /// Absolute.
  std::string File;
  /// Where the compiler would run; absolute.
  std::string Directory;
  /// The compile command, from the compiler's name on.
  std::vector<std::string> Arguments;
  /// The project root, which reported paths are relative to.
  std::string Root;
  /// The value of --checks.
  std::optional<std::string> Checks;
  /// Wants UnitResult::Facts.
  bool WithFacts = true;
  /// Wants UnitResult::Inputs.
  bool WithInputs = false;
};

enum class UnitState {
  /// Analysed in full.
  Complete,
  /// Analysed, but parts of it did not compile.
  Incomplete,
  /// Not analysed.
  Failed,
};

/// What came of one translation unit.
struct UnitResult {
  /// As requested.
  std::string File;
  UnitState State = UnitState::Complete;
  /// Why it is incomplete or failed.
  std::string Reason;
  std::vector<ReportedFinding> Findings;
  /// Mistakes in .clang-tidy files, as "path:line:column: message".
  std::vector<std::string> ConfigErrors;
  /// The files that were read: what the unit includes, and its configuration.
  std::vector<std::string> Inputs;
  /// A serialised facts::Unit, for what only several units show; empty if the
  /// unit was not analysed, or they were not wanted.
  std::string Facts;
};

/// A file that was not, or not wholly, analysed.
struct UnitError {
  std::string File;
  std::string Reason;
  UnitState State = UnitState::Failed;
};

/// The result of a whole run, sorted.
struct RunReport {
  /// The project root, absolute.
  std::string Root;
  std::vector<ReportedFinding> Findings;
  std::vector<UnitError> Errors;
  unsigned Units = 0;
  unsigned Analysed = 0;
  unsigned Incomplete = 0;
  unsigned Failed = 0;
};

} // namespace slowpath::cli

#endif
