// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_NETWORK_UNCACHEDFETCHCHECK_H
#define SLOWPATH_CHECKS_NETWORK_UNCACHEDFETCHCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds loops that ask a server for the same again in every iteration. See
/// docs/checks/slowpath-uncached-fetch.md.
class UncachedFetchCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  UncachedFetchCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  static void findFetches(const Program &Linked,
                          std::vector<LinkedFinding> &Found);

private:
  bool isCandidate(const clang::Expr &Call,
                   clang::ASTContext &InContext) override {
    return LinkedCheck::isCandidate(Call, InContext) ||
           isOfRequest(Call, InContext);
  }
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findFetches(Linked, Found);
  }
};

} // namespace slowpath

#endif
