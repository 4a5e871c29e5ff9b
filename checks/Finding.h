// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FINDING_H
#define SLOWPATH_CHECKS_FINDING_H

#include "checks/CheckInfo.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace slowpath {

struct Loop;

/// How the note begins that carries a review or advice rewrite to clang-tidy
/// and clangd. Reporters that show the rewrite themselves leave such notes out.
inline constexpr llvm::StringLiteral RewriteNotePrefix = "rewrite: ";

/// The message of a diagnostic that is no finding but asks whether there may be
/// one: what several units show together is found by the program, which knows
/// by such a diagnostic that the check is enabled at this place, and that no
/// NOLINT is in its way.
inline constexpr llvm::StringLiteral CandidateMessage = "may be linked";

/// A rewrite of the code under a finding.
struct Rewrite {
  FixLevel Level = FixLevel::Advice;
  /// What it does, as an editor's menu shows it: "append in place".
  std::string Title;
  /// The edits that carry it out. A rewrite whose edits cannot be made (inside
  /// a macro, say) is shown as advice by SlowpathCheck::report.
  llvm::SmallVector<clang::FixItHint, 4> Edits;
  /// The rewritten code, with the user's own names, as a person would be shown
  /// it. Always given: edits that turn out impossible become advice.
  std::string Code;
};

/// A second place that explains a finding.
struct FindingNote {
  clang::SourceLocation Loc;
  std::string Message;
};

/// What a check hands to SlowpathCheck::report.
struct Finding {
  /// The code that pays; the caret stands at its begin.
  clang::SourceRange Range;
  /// What happens and why it is slow. Lower case, no full stop, naming the
  /// user's variables and callees. The cost is appended by report().
  std::string Message;
  Cost Growth;
  /// The loop that repeats it; report() adds a note there. May be null when
  /// Notes explain the repetition.
  const Loop *In = nullptr;
  llvm::SmallVector<FindingNote, 2> Notes;
  Rewrite Fix;
};

/// The half of a finding that a clang diagnostic has no field for. Joined to
/// the diagnostic by check name, file, offset and message.
struct FindingRecord {
  std::string Check;
  /// Absolute or as spelled on the command line, as clang::tidy reports it.
  std::string File;
  unsigned Offset = 0;
  /// One past the last byte of the reported range, in the same file.
  unsigned EndOffset = 0;
  std::string Message;
  std::string CostBefore;
  std::string CostAfter;
  FixLevel Level = FixLevel::Advice;
  std::string FixTitle;
  std::string Advice;
};

/// Receives the records of all checks that run on this thread while it exists.
/// Without one (in clangd and the plugin), records are dropped: there the
/// diagnostics alone carry the finding. Not thread-safe; make one per thread.
class FindingRecorder {
public:
  /// IsLinkedLater: the facts of this unit will be put together with those of
  /// others, so checks offer places where there may be more; see
  /// CandidateMessage.
  explicit FindingRecorder(bool IsLinkedLater = false);
  ~FindingRecorder();
  FindingRecorder(const FindingRecorder &) = delete;
  FindingRecorder &operator=(const FindingRecorder &) = delete;

  /// The records so far, in the order of the reports.
  llvm::ArrayRef<FindingRecord> records() const { return Records; }
  void add(FindingRecord Record) { Records.push_back(std::move(Record)); }

  /// The recorder of this thread, or null.
  static FindingRecorder *current();
  /// Has this thread a recorder whose facts are linked later?
  static bool linksLater() { return current() && current()->IsLinkedLater; }

private:
  llvm::SmallVector<FindingRecord, 0> Records;
  FindingRecorder *Previous;
  bool IsLinkedLater;
};

} // namespace slowpath

#endif
