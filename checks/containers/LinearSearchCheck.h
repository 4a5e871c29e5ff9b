// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONTAINERS_LINEARSEARCHCHECK_H
#define SLOWPATH_CHECKS_CONTAINERS_LINEARSEARCHCHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

struct LinearSearch;

/// Finds searches that compare the elements of a sequence one by one, for
/// another key in each iteration of a loop over data. See
/// docs/checks/slowpath-linear-search.md.
class LinearSearchCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  LinearSearchCheck(llvm::StringRef Name,
                    clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkSearch(const LinearSearch &Search, clang::ASTContext &Context);
};

} // namespace slowpath

#endif
