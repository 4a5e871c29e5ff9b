// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONCURRENCY_BLOCKINGINASYNCCHECK_H
#define SLOWPATH_CHECKS_CONCURRENCY_BLOCKINGINASYNCCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds calls in coroutines and completion handlers that block the thread
/// which others share. See docs/checks/slowpath-blocking-in-async.md.
class BlockingInAsyncCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  BlockingInAsyncCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  static void findBlocking(const Program &Linked,
                           std::vector<LinkedFinding> &Found);

private:
  bool isCandidate(const clang::Expr &Call,
                   clang::ASTContext &Context) override;
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findBlocking(Linked, Found);
  }
};

} // namespace slowpath

#endif
