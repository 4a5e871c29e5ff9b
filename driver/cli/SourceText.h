// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_SOURCETEXT_H
#define SLOWPATH_DRIVER_CLI_SOURCETEXT_H

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace slowpath::cli {

/// A source file as lines. Lines and columns count from 1, columns in bytes.
class SourceText {
public:
  explicit SourceText(std::string Content);

  struct Position {
    unsigned Line;
    unsigned Column;
  };

  /// Offsets past the end give the end.
  Position position(unsigned Offset) const;
  /// Without its line break; empty when there is no such line.
  std::string_view line(unsigned Line) const;
  /// Where a line starts; the end of the file when there is no such line.
  unsigned offset(unsigned Line) const;
  unsigned lines() const { return static_cast<unsigned>(Starts.size()); }
  const std::string &content() const { return Content; }

private:
  std::string Content;
  std::vector<unsigned> Starts;
};

/// Files read once. Not thread-safe.
class SourceCache {
public:
  /// The file of that name, empty when it cannot be read. The reference stays
  /// valid as long as the cache.
  const SourceText &get(const std::string &Path);

private:
  std::map<std::string, SourceText> Files;
};

} // namespace slowpath::cli

#endif
