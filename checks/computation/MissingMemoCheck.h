// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_COMPUTATION_MISSINGMEMOCHECK_H
#define SLOWPATH_CHECKS_COMPUTATION_MISSINGMEMOCHECK_H

#include "checks/SlowpathCheck.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

/// Finds pure functions whose recursion solves the same sub-problems again and
/// again, and calls of a pure function that a function repeats with the same
/// arguments. See docs/checks/slowpath-missing-memo.md.
class MissingMemoCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  MissingMemoCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkRecursion(const clang::FunctionDecl &Function,
                      clang::ASTContext &Context);
  void checkRepeated(const clang::FunctionDecl &Function,
                     clang::ASTContext &Context);

  /// Where templates are written whose instantiations were looked at.
  llvm::DenseSet<const clang::FunctionDecl *> Patterns;
};

} // namespace slowpath

#endif
