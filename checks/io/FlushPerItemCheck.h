// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_IO_FLUSHPERITEMCHECK_H
#define SLOWPATH_CHECKS_IO_FLUSHPERITEMCHECK_H

#include "checks/SlowpathCheck.h"
#include <set>
#include <string>

namespace slowpath {

/// Finds streams and files that are flushed, or written through to the disk,
/// for each item of some data. See docs/checks/slowpath-flush-per-item.md.
class FlushPerItemCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  FlushPerItemCheck(llvm::StringRef Name,
                    clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  /// The loops and streams of findings: a rewrite replaces all flushes of one.
  std::set<std::pair<const Loop *, std::string>> Reported;
};

} // namespace slowpath

#endif
