// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONTAINERS_MISSINGRESERVECHECK_H
#define SLOWPATH_CHECKS_CONTAINERS_MISSINGRESERVECHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

/// Finds loops and algorithms that append a known number of elements to a
/// sequence without making room for them. See
/// docs/checks/slowpath-missing-reserve.md.
class MissingReserveCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  MissingReserveCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkAppend(const clang::CallExpr &Growing, TranslationUnit &TU);
  void checkCopy(const clang::CallExpr &Call, TranslationUnit &TU);
};

} // namespace slowpath

#endif
