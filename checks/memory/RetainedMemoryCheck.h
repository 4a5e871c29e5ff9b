// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MEMORY_RETAINEDMEMORYCHECK_H
#define SLOWPATH_CHECKS_MEMORY_RETAINEDMEMORYCHECK_H

#include "checks/SlowpathCheck.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

/// Finds memory that is kept although nobody needs it: local containers that
/// are done with while their function waits for ever, and containers that each
/// event or request adds to and nothing empties. See
/// docs/checks/slowpath-retained-memory.md.
class RetainedMemoryCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  RetainedMemoryCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkWait(const clang::CallExpr &Wait, clang::ASTContext &Context);
  void checkGrowth(const clang::CallExpr &Call, clang::ASTContext &Context);

  llvm::DenseSet<const clang::ValueDecl *> Reported;
};

} // namespace slowpath

#endif
