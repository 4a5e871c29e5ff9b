// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/Pages.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace slowpath::test {
namespace {

void splitList(llvm::StringRef Text, std::vector<std::string> &Into) {
  llvm::SmallVector<llvm::StringRef> Words;
  Text.split(Words, ',', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Word : Words)
    Into.push_back(Word.str());
}

} // namespace

std::map<std::string, PageSection> parsePage(llvm::StringRef Markdown) {
  std::map<std::string, PageSection> Sections;
  PageSection *Current = nullptr;
  bool InFence = false;
  bool IsCpp = false;
  llvm::SmallVector<llvm::StringRef> Lines;
  Markdown.split(Lines, '\n');
  unsigned Number = 0;
  for (llvm::StringRef Line : Lines) {
    ++Number;
    llvm::StringRef Fence = Line.trim();
    if (Fence.consume_front("```")) {
      InFence = !InFence;
      llvm::SmallVector<llvm::StringRef> Words;
      llvm::SplitString(Fence, Words);
      IsCpp = InFence && Current && !Words.empty() && Words[0] == "cpp";
      if (!IsCpp)
        continue;
      CodeBlock Block;
      Block.Line = Number + 1;
      for (llvm::StringRef Word : Words) {
        if (Word.consume_front("packages="))
          splitList(Word, Block.Packages);
        else if (Word.consume_front("args="))
          splitList(Word, Block.Args);
      }
      Current->Blocks.push_back(std::move(Block));
      continue;
    }
    if (IsCpp) {
      Current->Blocks.back().Text += (Line + "\n").str();
      continue;
    }
    llvm::StringRef Heading = Line;
    if (!InFence && Heading.consume_front("## ")) {
      Current = &Sections[Heading.trim().str()];
      continue;
    }
    if (Current)
      Current->Text += (Line + "\n").str();
  }
  return Sections;
}

} // namespace slowpath::test
