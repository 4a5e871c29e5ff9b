// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_UNBOUNDEDFANOUTCHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_UNBOUNDEDFANOUTCHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

/// Finds loops over data that start a thread, process or coroutine for every
/// piece of it with no limit. See docs/checks/slowpath-unbounded-fanout.md.
class UnboundedFanoutCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  UnboundedFanoutCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
};

} // namespace slowpath

#endif
