// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_UNBOUNDEDFANOUTCHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_UNBOUNDEDFANOUTCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds loops over data that start a thread, process or coroutine for every
/// piece of it with no limit. See docs/checks/slowpath-unbounded-fanout.md.
class UnboundedFanoutCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  UnboundedFanoutCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

  /// What shows only when several files are put together.
  static void findStarts(const Program &Linked,
                         std::vector<LinkedFinding> &Found);

private:
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findStarts(Linked, Found);
  }
};

} // namespace slowpath

#endif
