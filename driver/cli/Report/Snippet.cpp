// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Report/Snippet.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

namespace slowpath::cli {

namespace {

/// Text as it is shown, and its width so far.
struct Shown {
  std::string Text;
  size_t Width = 0;
};

} // namespace

static size_t characterLength(std::string_view Text) {
  size_t Length = llvm::getNumBytesForUTF8(
      static_cast<llvm::UTF8>(static_cast<unsigned char>(Text.front())));
  const auto *Bytes = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  return Length <= Text.size() &&
                 llvm::isLegalUTF8Sequence(Bytes, Bytes + Length)
             ? Length
             : 1;
}

static void append(Shown &Out, std::string_view Text) {
  constexpr size_t TabStop = 8;
  while (!Text.empty()) {
    size_t Length = characterLength(Text);
    std::string_view Character = Text.substr(0, Length);
    Text.remove_prefix(Length);
    if (Character == "\t") {
      size_t Spaces = TabStop - Out.Width % TabStop;
      Out.Text.append(Spaces, ' ');
      Out.Width += Spaces;
      continue;
    }
    int Columns = llvm::sys::unicode::columnWidthUTF8(
        llvm::StringRef(Character.data(), Character.size()));
    if (Columns < 0) {
      Out.Text += "\uFFFD";
      Out.Width += 1;
    } else {
      Out.Text += Character;
      Out.Width += static_cast<size_t>(Columns);
    }
  }
}

std::string printable(std::string_view Text) {
  Shown Out;
  append(Out, Text);
  return Out.Text;
}

static size_t widthOf(std::string_view Text) {
  Shown Out;
  append(Out, Text);
  return Out.Width;
}

namespace {

/// The bytes of a line that are shown.
struct Window {
  size_t Begin = 0;
  size_t End = 0;
  bool CutsBefore = false;
  bool CutsAfter = false;
};

} // namespace

/// As much of the line as fits, with some of what stands before Focus.
static Window windowAround(std::string_view Line, size_t Focus) {
  constexpr size_t ColumnsBefore = 40;
  Window W{0, Line.size()};
  if (widthOf(Line) <= MaxLineColumns)
    return W;
  auto IsBoundary = [&](size_t At) {
    return At == Line.size() ||
           (static_cast<unsigned char>(Line[At]) & 0xC0) != 0x80;
  };
  if (widthOf(Line.substr(0, Focus)) > MaxLineColumns / 2) {
    W.Begin = Focus - std::min(Focus, ColumnsBefore);
    while (W.Begin < Focus && !IsBoundary(W.Begin))
      ++W.Begin;
    W.CutsBefore = W.Begin != 0;
  }
  // No character is wider than its bytes are many, except for tabs.
  W.End = std::min(Line.size(), W.Begin + MaxLineColumns);
  while (W.End > W.Begin &&
         (!IsBoundary(W.End) ||
          widthOf(Line.substr(W.Begin, W.End - W.Begin)) > MaxLineColumns))
    --W.End;
  W.CutsAfter = W.End != Line.size();
  return W;
}

Snippet makeSnippet(std::string_view Line, size_t Begin, size_t End) {
  Begin = std::min(Begin, Line.size());
  End = std::clamp(End, Begin, Line.size());
  const Window W = windowAround(Line, Begin);
  End = std::min(End, std::max(W.End, Begin));
  Shown Out;
  if (W.CutsBefore)
    append(Out, "…");
  append(Out, Line.substr(W.Begin, Begin - W.Begin));
  size_t Indent = Out.Width;
  append(Out, Line.substr(Begin, End - Begin));
  size_t Marked = std::max<size_t>(Out.Width - Indent, 1);
  if (W.End > End)
    append(Out, Line.substr(End, W.End - End));
  if (W.CutsAfter)
    append(Out, "…");
  return {Out.Text, Indent, "^" + std::string(Marked - 1, '~')};
}

std::string printableLine(std::string_view Line, size_t Focus) {
  const Window W = windowAround(Line, std::min(Focus, Line.size()));
  return (W.CutsBefore ? "…" : "") +
         printable(Line.substr(W.Begin, W.End - W.Begin)) +
         (W.CutsAfter ? "…" : "");
}

} // namespace slowpath::cli
