// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Report/Diff.h"
#include <algorithm>
#include <span>

namespace slowpath::cli {

static std::vector<std::string> lines(const std::string &Text) {
  std::vector<std::string> Result;
  SourceText Source(Text);
  for (unsigned Line = 1; Line <= Source.lines(); ++Line)
    // A final newline ends the last line and begins none.
    if (Line < Source.lines() || !Source.line(Line).empty())
      Result.emplace_back(Source.line(Line));
  return Result;
}

/// The hunk of edits which touch neighbouring lines, sorted by offset.
static Hunk makeHunk(std::span<const Edit> Edits, const SourceText &Source) {
  Hunk Result;
  Result.File = Edits.front().File;
  Result.Line = Edits.front().StartLine;
  unsigned LastLine = 0;
  for (const Edit &E : Edits)
    LastLine = std::max(LastLine, E.EndLine);
  unsigned Begin = Source.offset(Result.Line);
  unsigned End = Source.offset(LastLine + 1);

  const std::string &Text = Source.content();
  std::string New;
  unsigned At = Begin;
  for (const Edit &E : Edits) {
    if (E.Offset < At || E.Offset + E.Length > End)
      return {};
    New += Text.substr(At, E.Offset - At) + E.Replacement;
    At = E.Offset + E.Length;
  }
  New += Text.substr(At, End - At);

  Result.Removed = lines(Text.substr(Begin, End - Begin));
  Result.Added = lines(New);
  auto &Old = Result.Removed;
  auto &Added = Result.Added;
  auto Same = std::mismatch(Old.begin(), Old.end(), Added.begin(), Added.end());
  Result.Line += static_cast<unsigned>(Same.first - Old.begin());
  Old.erase(Old.begin(), Same.first);
  Added.erase(Added.begin(), Same.second);
  while (!Old.empty() && !Added.empty() && Old.back() == Added.back()) {
    Old.pop_back();
    Added.pop_back();
  }
  return Result;
}

std::vector<Hunk>
makeDiff(const Fix &F,
         const std::function<const SourceText &(const std::string &)> &Source) {
  std::vector<Edit> Edits = F.Edits;
  std::sort(Edits.begin(), Edits.end(), [](const Edit &A, const Edit &B) {
    return std::tie(A.File, A.Offset, A.Length) <
           std::tie(B.File, B.Offset, B.Length);
  });
  std::vector<Hunk> Hunks;
  for (size_t Begin = 0; Begin < Edits.size();) {
    size_t End = Begin + 1;
    unsigned LastLine = Edits[Begin].EndLine;
    while (End < Edits.size() && Edits[End].File == Edits[Begin].File &&
           Edits[End].StartLine <= LastLine + 1) {
      LastLine = std::max(LastLine, Edits[End].EndLine);
      ++End;
    }
    Hunk H = makeHunk(std::span(Edits).subspan(Begin, End - Begin),
                      Source(Edits[Begin].File));
    if (!H.Removed.empty() || !H.Added.empty())
      Hunks.push_back(std::move(H));
    Begin = End;
  }
  return Hunks;
}

} // namespace slowpath::cli
