// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_SERIALWAITCHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_SERIALWAITCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

struct WaitedTask;

/// Finds tasks that are waited for one after the other, although none needs
/// what the one before gives: futures and threads by the code around them,
/// coroutines by the facts. See docs/checks/slowpath-serial-wait.md.
class SerialWaitCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  SerialWaitCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

  /// The coroutines.
  static void findAwaits(const Program &Linked,
                         std::vector<LinkedFinding> &Found);

private:
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findAwaits(Linked, Found);
  }
  /// A task per iteration of In.
  void reportLoop(const WaitedTask &Task, const Loop &In,
                  clang::ASTContext &Context);
  /// A task after another.
  void reportPair(const WaitedTask &Task, const WaitedTask &Before,
                  clang::ASTContext &Context);
};

} // namespace slowpath

#endif
