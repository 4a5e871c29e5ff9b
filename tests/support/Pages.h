// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_PAGES_H
#define SLOWPATH_TESTS_SUPPORT_PAGES_H

#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace slowpath::test {

/// A fenced ```cpp block of a documentation page.
struct CodeBlock {
  /// The line of the first line of code.
  unsigned Line = 0;
  std::string Text;
  /// `packages=Qt5Core,Qt5Sql` after the fence's "cpp": pkg-config names.
  std::vector<std::string> Packages;
  /// `args=-std=c++17` after the fence's "cpp".
  std::vector<std::string> Args;
};

/// What stands under one `## ` heading.
struct PageSection {
  std::string Text;
  std::vector<CodeBlock> Blocks;
};

/// The sections of a Markdown page by heading, without the part before the
/// first one.
std::map<std::string, PageSection> parsePage(llvm::StringRef Markdown);

} // namespace slowpath::test

#endif
