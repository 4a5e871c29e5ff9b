// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONTAINERS_FRONTINSERTCHECK_H
#define SLOWPATH_CHECKS_CONTAINERS_FRONTINSERTCHECK_H

#include "checks/SlowpathCheck.h"
#include <set>
#include <string>

namespace slowpath {

struct Repetition;

/// Finds insertions and erasures at the front of contiguous storage (and
/// erasures in the middle of what is being iterated over) once per iteration:
/// each moves all elements behind it. See
/// docs/checks/slowpath-front-insert.md.
class FrontInsertCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  FrontInsertCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkInsert(const clang::CXXMemberCallExpr &Call,
                   clang::ASTContext &Context);
  void checkErase(const clang::CXXMemberCallExpr &Call,
                  clang::ASTContext &Context);
  void checkSubstr(const clang::CXXOperatorCallExpr &Assign,
                   clang::ASTContext &Context);
  void emit(const clang::Expr &At, const clang::Expr &Object,
            const std::string &What, const Repetition &Rep, Rewrite Fix,
            clang::ASTContext &Context);

  /// The loops and objects of findings whose rewrite is advice: it is the same
  /// for all places where a loop takes something off an object.
  std::set<std::pair<const Loop *, std::string>> Advised;
};

} // namespace slowpath

#endif
