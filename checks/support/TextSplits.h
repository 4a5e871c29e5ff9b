// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TEXTSPLITS_H
#define SLOWPATH_CHECKS_SUPPORT_TEXTSPLITS_H

#include "checks/Finding.h"
#include "checks/support/SingleReads.h"

namespace slowpath {

/// A call that cuts a text into a sequence of strings: a library's
/// (`boost::split(parts, text, …)`, `std::vector<std::string> parts =
/// absl::StrSplit(text, ',')`), or the project's own.
struct TextSplit {
  const clang::CallExpr *Call = nullptr;
  /// Null if it is no plain name.
  const clang::Expr *Text = nullptr;
  /// What the parts are separated by: a character, a text, or a set of
  /// characters; null if it cannot be told.
  const clang::Expr *Separator = nullptr;
  bool IsAnyOf = false;
  /// The parts can be had one by one where they are not asked for as a
  /// container.
  bool IsLazy = false;
  /// The one thing that is asked of the parts, or the loop that goes over them
  /// once, where only this one does.
  std::optional<SingleRead> Read;
  const clang::CXXForRangeStmt *Walk = nullptr;
};

/// The split that Call is, if its parts are used for one thing that needs no
/// sequence of them: one is read, they are counted, or walked over while they
/// may be had one by one.
std::optional<TextSplit> textSplitAt(const clang::CallExpr &Call,
                                     TranslationUnit &TU);

/// What to write instead, as advice.
Rewrite withoutParts(const TextSplit &Split, TranslationUnit &TU);

} // namespace slowpath

#endif
