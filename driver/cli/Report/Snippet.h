// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_REPORT_SNIPPET_H
#define SLOWPATH_DRIVER_CLI_REPORT_SNIPPET_H

#include <string>
#include <string_view>

namespace slowpath::cli {

/// What is shown of a source line. Generated code and embedded data have lines
/// of thousands of columns.
inline constexpr size_t MaxLineColumns = 160;

/// A source line and what marks a part of it, ready for a terminal. Of a line
/// longer than MaxLineColumns, what surrounds the mark; "…" stands for the
/// rest.
struct Snippet {
  std::string Code;
  /// Columns before Underline.
  size_t Indent;
  /// "^~~~", as wide as the marked code is shown.
  std::string Underline;
};

/// Marks the bytes [Begin, End) of Line; at least one column is marked.
Snippet makeSnippet(std::string_view Line, size_t Begin, size_t End);

/// The text with tabs expanded (8 columns) and what a terminal cannot show
/// (control characters, bytes that are not UTF-8) replaced by U+FFFD.
std::string printable(std::string_view Text);

/// A printable line, cut like that of a snippet so that the byte Focus is seen.
std::string printableLine(std::string_view Line, size_t Focus);

} // namespace slowpath::cli

#endif
