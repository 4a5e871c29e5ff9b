// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_STRINGS_STRINGAPPENDCHECK_H
#define SLOWPATH_CHECKS_STRINGS_STRINGAPPENDCHECK_H

#include "checks/SlowpathCheck.h"

namespace slowpath {

struct Repetition;

/// Finds strings that are copied whole to make them a little longer, once per
/// iteration: quadratic in the length of the result. See
/// docs/checks/slowpath-string-append.md.
class StringAppendCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  StringAppendCheck(llvm::StringRef Name,
                    clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkAssignment(const clang::CXXOperatorCallExpr &Assign,
                       clang::ASTContext &Context);
  void checkTemporaries(const clang::CXXOperatorCallExpr &Append,
                        clang::ASTContext &Context);
  void checkSnapshot(const clang::CallExpr &Call, clang::ASTContext &Context);
  void checkScanAppend(const clang::CallExpr &Call, const clang::Expr &Buffer,
                       clang::ASTContext &Context);
  void emit(const clang::Expr &At, llvm::StringRef What, const Repetition &Rep,
            Rewrite Fix, clang::ASTContext &Context);
};

} // namespace slowpath

#endif
