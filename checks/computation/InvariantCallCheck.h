// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_COMPUTATION_INVARIANTCALLCHECK_H
#define SLOWPATH_CHECKS_COMPUTATION_INVARIANTCALLCHECK_H

#include "checks/SlowpathCheck.h"
#include "llvm/ADT/StringSet.h"
#include <set>

namespace slowpath {

struct Work;
enum class Sameness;

/// Finds calls in loops and their conditions that go through a text or
/// elements in each iteration to find the same as in the one before, and copies
/// of strings that a round trip by `c_str()` makes. See
/// docs/checks/slowpath-invariant-call.md.
class InvariantCallCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  InvariantCallCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkCall(const clang::CallExpr &Call, clang::ASTContext &Context);
  void checkRoundTrip(const clang::CXXConstructExpr &Copy,
                      clang::ASTContext &Context);

  /// What has been reported: a rewrite replaces all equal calls of a loop.
  std::set<std::pair<const Loop *, unsigned>> Reported;
  /// The names of variables that rewrites have added to functions.
  llvm::DenseMap<const clang::FunctionDecl *, llvm::StringSet<>> Names;
};

} // namespace slowpath

#endif
