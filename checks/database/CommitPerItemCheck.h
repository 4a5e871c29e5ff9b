// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_COMMITPERITEMCHECK_H
#define SLOWPATH_CHECKS_DATABASE_COMMITPERITEMCHECK_H

#include "checks/LinkedCheck.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <set>
#include <string>

namespace slowpath {

struct DatabaseCall;

/// Finds loops over data in which every iteration commits a transaction of its
/// own, explicitly or because no transaction is open when it writes. See
/// docs/checks/slowpath-commit-per-item.md.
class CommitPerItemCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  CommitPerItemCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkCommit(const DatabaseCall &End, bool IsDestructor,
                   clang::ASTContext &Context);
  void checkWrite(const DatabaseCall &Write, clang::ASTContext &Context);

  void settle(const Program &Linked) override;
  bool isPending() const override { return !Pending.empty(); }
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override;

  /// Reports F, or keeps it until others are known, whose rewrite stands around
  /// a loop in Function.
  void emit(Finding F, const clang::FunctionDecl &Function,
            clang::ASTContext &Context);

  struct PendingFinding {
    Finding What;
    clang::ASTContext *Context = nullptr;
  };
  /// In plugin and clangd.
  std::vector<PendingFinding> Pending;
  /// Where the check has reported.
  ReportedPlaces Known;

  /// What rewrites declare: two of one name in one function would not compile.
  std::set<std::pair<const clang::FunctionDecl *, std::string>> Declared;
  /// One transaction answers all findings of a loop: the first is reported.
  llvm::SmallPtrSet<const Loop *, 4> Reported;
};

} // namespace slowpath

#endif
