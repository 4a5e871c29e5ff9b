// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MEMORY_COPYATLASTUSECHECK_H
#define SLOWPATH_CHECKS_MEMORY_COPYATLASTUSECHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

/// Finds copies of local objects that are not used after them. See
/// docs/checks/slowpath-copy-at-last-use.md.
class CopyAtLastUseCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  CopyAtLastUseCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
};

} // namespace slowpath

#endif
