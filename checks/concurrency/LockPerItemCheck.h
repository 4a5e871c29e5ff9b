// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_LOCKPERITEMCHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_LOCKPERITEMCHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

/// Finds loops over data that lock and unlock the same mutex once per item,
/// around work that takes no longer. See
/// docs/checks/slowpath-lock-per-item.md.
class LockPerItemCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  LockPerItemCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkLock(const clang::Expr &Lock, clang::ASTContext &Context);
};

} // namespace slowpath

#endif
