// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_QUERYINLOOPCHECK_H
#define SLOWPATH_CHECKS_DATABASE_QUERYINLOOPCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

/// Finds loops over data that ask a database server for the data of one item in
/// every iteration: n + 1 queries. See docs/checks/slowpath-query-in-loop.md.
class QueryInLoopCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  QueryInLoopCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  /// Adds to Found what there is in Linked, in the order of its functions.
  static void findQueries(const Program &Linked,
                          std::vector<LinkedFinding> &Found);

protected:
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findQueries(Linked, Found);
  }
};

} // namespace slowpath

#endif
