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

Snippet makeSnippet(std::string_view Line, size_t Begin, size_t End) {
  Begin = std::min(Begin, Line.size());
  End = std::clamp(End, Begin, Line.size());
  Shown Out;
  append(Out, Line.substr(0, Begin));
  size_t Indent = Out.Width;
  append(Out, Line.substr(Begin, End - Begin));
  size_t Marked = std::max<size_t>(Out.Width - Indent, 1);
  append(Out, Line.substr(End));
  return {Out.Text, Indent, "^" + std::string(Marked - 1, '~')};
}

} // namespace slowpath::cli
