// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MEMORY_OBJECTLAYOUTCHECK_H
#define SLOWPATH_CHECKS_MEMORY_OBJECTLAYOUTCHECK_H

#include "checks/SlowpathCheck.h"
#include "checks/support/FieldLayout.h"
#include "checks/support/LayoutUses.h"
#include "checks/support/ManyObjects.h"

namespace slowpath {

/// Finds classes of which many objects are kept, and whose fields, in another
/// order, would need less memory. See docs/checks/slowpath-object-layout.md.
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
  /// The places that make so many that it is worth a word to save Before -
  /// After bytes of each.
  llvm::SmallVector<ManyObjects, 2>
  placesThatGain(const clang::CXXRecordDecl &Record, uint64_t Before,
                 uint64_t After, clang::ASTContext &Context);

  std::optional<LayoutUses> Uses;
  std::optional<ManyObjectsIndex> Objects;
};

} // namespace slowpath

#endif
