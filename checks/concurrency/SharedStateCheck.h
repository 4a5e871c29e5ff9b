// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_SHAREDSTATECHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_SHAREDSTATECHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

/// Finds loops over data that add to an atomic, or count the owners of an
/// object up and down, once per item around work that takes no longer. See
/// docs/checks/slowpath-shared-state.md.
class SharedStateCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  SharedStateCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkAdd(const clang::CallExpr &Add, clang::ASTContext &Context);
  void checkCopy(const clang::VarDecl &Copy, clang::ASTContext &Context);
};

} // namespace slowpath

#endif
