// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CONTAINERS_REPEATEDLOOKUPCHECK_H
#define SLOWPATH_CHECKS_CONTAINERS_REPEATEDLOOKUPCHECK_H

#include "checks/SlowpathCheck.h"
#include "checks/support/LookupRewrite.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

/// Finds keys that are looked up in a map or set although a lookup before has
/// told all there is to know, and copies of all keys that are walked over to
/// look up each. See docs/checks/slowpath-repeated-lookup.md.
class RepeatedLookupCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  RepeatedLookupCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void checkSnapshot(const clang::CXXMemberCallExpr &Call, TranslationUnit &TU);
  void checkFunction(const clang::FunctionDecl &Function, TranslationUnit &TU);
  void checkTests(llvm::ArrayRef<Lookup> Same, LookupRewrite &Write,
                  TranslationUnit &TU);
  bool checkFound(const LookupTest &Test, llvm::ArrayRef<Lookup> Same,
                  const MapChanges &Changes, LookupRewrite &Write,
                  TranslationUnit &TU);
  bool checkMissing(const LookupTest &Test, llvm::ArrayRef<Lookup> Same,
                    const MapChanges &Changes, LookupRewrite &Write,
                    TranslationUnit &TU);
  void checkUses(llvm::ArrayRef<Lookup> Same, LookupRewrite &Write,
                 TranslationUnit &TU);
  void checkInvariant(llvm::ArrayRef<Lookup> Same, LookupRewrite &Write,
                      TranslationUnit &TU);
  void emit(const Lookup &Second, const Lookup &First, Rewrite Fix,
            TranslationUnit &TU);

  llvm::DenseSet<const clang::FunctionDecl *> Done;
  /// The lookups that a finding is about.
  llvm::DenseSet<const clang::Expr *> Reported;
};

} // namespace slowpath

#endif
