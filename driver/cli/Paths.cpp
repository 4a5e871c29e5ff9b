// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Paths.h"
#include <filesystem>
#include <system_error>

namespace slowpath::cli {

namespace fs = std::filesystem;

std::string canonicalPath(const std::string &Path,
                          const std::string &Directory) {
  fs::path Absolute = fs::path(Directory) / Path;
  std::error_code Error;
  fs::path Canonical = fs::weakly_canonical(Absolute, Error);
  if (Error)
    Canonical = Absolute.lexically_normal();
  // "dir/" names the same thing as "dir".
  if (!Canonical.has_filename() && Canonical.has_relative_path())
    Canonical = Canonical.parent_path();
  return Canonical.string();
}

std::string currentDirectory() {
  std::error_code Error;
  fs::path Current = fs::current_path(Error);
  return Error ? "/" : canonicalPath(Current.string(), "/");
}

bool isBelow(const std::string &File, const std::string &Directory) {
  if (Directory == "/")
    return File.starts_with('/');
  return File.starts_with(Directory) &&
         (File.size() == Directory.size() || File[Directory.size()] == '/');
}

std::string relativeTo(const std::string &File, const std::string &Root) {
  if (!isBelow(File, Root) || File.size() == Root.size())
    return File;
  return File.substr(Root == "/" ? 1 : Root.size() + 1);
}

} // namespace slowpath::cli
