// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_COMMITPERITEMCHECK_H
#define SLOWPATH_CHECKS_DATABASE_COMMITPERITEMCHECK_H

#include "checks/SlowpathCheck.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace slowpath {

struct DatabaseCall;

/// Finds loops over data in which every iteration commits a transaction of its
/// own, explicitly or because no transaction is open when it writes. See
/// docs/checks/slowpath-commit-per-item.md.
class CommitPerItemCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  CommitPerItemCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkCommit(const DatabaseCall &End, bool IsDestructor,
                   clang::ASTContext &Context);
  void checkWrite(const DatabaseCall &Write, clang::ASTContext &Context);

  /// One transaction answers all findings of a loop: the first is reported.
  llvm::SmallPtrSet<const Loop *, 4> Reported;
};

} // namespace slowpath

#endif
