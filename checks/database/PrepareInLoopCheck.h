// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_PREPAREINLOOPCHECK_H
#define SLOWPATH_CHECKS_DATABASE_PREPAREINLOOPCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds statements of constant text that are prepared once per item. See
/// docs/checks/slowpath-prepare-in-loop.md.
class PrepareInLoopCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  PrepareInLoopCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  /// Adds to Found what there is in Linked, in the order of its functions.
  static void findPreparations(const Program &Linked,
                               std::vector<LinkedFinding> &Found);

protected:
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findPreparations(Linked, Found);
  }
};

} // namespace slowpath

#endif
