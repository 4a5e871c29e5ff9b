// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/SourceText.h"
#include <algorithm>
#include <fstream>
#include <iterator>

namespace slowpath::cli {

SourceText::SourceText(std::string Text) : Content(std::move(Text)), Starts{0} {
  for (size_t I = 0; I < Content.size(); ++I)
    if (Content[I] == '\n')
      Starts.push_back(static_cast<unsigned>(I + 1));
}

SourceText::Position SourceText::position(unsigned Offset) const {
  Offset = std::min(Offset, static_cast<unsigned>(Content.size()));
  auto After = std::upper_bound(Starts.begin(), Starts.end(), Offset);
  unsigned Line = static_cast<unsigned>(After - Starts.begin());
  return {Line, Offset - Starts[Line - 1] + 1};
}

std::string_view SourceText::line(unsigned Line) const {
  if (Line == 0 || Line > Starts.size())
    return {};
  unsigned Begin = Starts[Line - 1];
  std::string_view Text =
      std::string_view(Content).substr(Begin, offset(Line + 1) - Begin);
  while (!Text.empty() && (Text.back() == '\n' || Text.back() == '\r'))
    Text.remove_suffix(1);
  return Text;
}

unsigned SourceText::offset(unsigned Line) const {
  if (Line == 0)
    return 0;
  return Line <= Starts.size() ? Starts[Line - 1]
                               : static_cast<unsigned>(Content.size());
}

const SourceText &SourceCache::get(const std::string &Path) {
  auto Known = Files.find(Path);
  if (Known != Files.end())
    return Known->second;
  std::ifstream In(Path, std::ios::binary);
  std::string Content{std::istreambuf_iterator<char>(In), {}};
  return Files.try_emplace(Path, std::move(Content)).first->second;
}

} // namespace slowpath::cli
