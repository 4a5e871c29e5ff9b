// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MEMORY_OBJECTLAYOUTCHECK_H
#define SLOWPATH_CHECKS_MEMORY_OBJECTLAYOUTCHECK_H

#include "checks/SlowpathCheck.h"
#include "checks/support/SmallerObjects.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

/// Finds classes of which many objects are kept, and whose fields, in another
/// order or of other types, would need less memory; sequences of pointers to
/// what could be their elements; and maps that could be arrays. See
/// docs/checks/slowpath-object-layout.md.
class ObjectLayoutCheck : public SlowpathCheck {
public:
  static const CheckInfo Info;

  ObjectLayoutCheck(llvm::StringRef Name,
                    clang::tidy::ClangTidyContext *Context)
      : SlowpathCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  bool mayReportClass(const clang::CXXRecordDecl &Record,
                      clang::ASTContext &Context);

  void checkClass(const clang::CXXRecordDecl &Record,
                  clang::ASTContext &Context);
  void reportSmaller(SmallerObjects Found, const FieldLayout &Layout,
                     clang::ASTContext &Context);
  void checkAppend(const clang::CallExpr &Append, clang::ASTContext &Context);
  void checkLookup(const clang::CallExpr &Call, clang::ASTContext &Context);

  std::optional<LayoutUses> Uses;
  std::optional<LiteralTexts> Texts;
  std::optional<ManyObjectsIndex> Objects;
  /// Sequences and maps, each of which is looked at, or reported, once.
  llvm::DenseSet<const clang::ValueDecl *> Judged;
};

} // namespace slowpath

#endif
