// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_CONNECTIONPERCALLCHECK_H
#define SLOWPATH_CHECKS_DATABASE_CONNECTIONPERCALLCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds connections that are opened and closed once per item. See
/// docs/checks/slowpath-connection-per-call.md.
class ConnectionPerCallCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  ConnectionPerCallCheck(llvm::StringRef Name,
                         clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  /// Adds to Found what there is in Linked, in the order of its functions.
  static void findConnections(const Program &Linked,
                              std::vector<LinkedFinding> &Found);

protected:
  bool isCandidate(const clang::Expr &Call,
                   clang::ASTContext &InContext) override {
    return LinkedCheck::isCandidate(Call, InContext) ||
           isOfRequest(Call, InContext);
  }
  llvm::SmallVector<clang::FixItHint, 4> editsFor(const clang::Expr &Call,
                                                  TranslationUnit &TU) override;
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findConnections(Linked, Found);
  }
};

} // namespace slowpath

#endif
