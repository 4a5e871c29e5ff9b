// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MEMORY_MATERIALIZEDRANGECHECK_H
#define SLOWPATH_CHECKS_MEMORY_MATERIALIZEDRANGECHECK_H

#include "checks/SlowpathCheck.h"
#include "checks/support/SnapshotLoop.h"

namespace slowpath {

/// Finds containers that are made to be walked over once, or to read one thing
/// from: copies of a map's keys, the parts of a text, what one loop collects
/// for the next. See docs/checks/slowpath-materialized-range.md.
class MaterializedRangeCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  MaterializedRangeCheck(llvm::StringRef Name,
                         clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  /// Adds the edit that includes what the code of F's rewrite needs.
  void includeUsed(Finding &F, clang::ASTContext &Context);
  void checkCopy(const Snapshot &Copy, TranslationUnit &TU);
  void checkSplit(const clang::CallExpr &Split, TranslationUnit &TU);
  void checkReturned(const clang::FunctionDecl &Function, TranslationUnit &TU);
  void checkCollected(const clang::CXXForRangeStmt &Over, TranslationUnit &TU);
};

} // namespace slowpath

#endif
