// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SLOWPATHCHECK_H
#define SLOWPATH_CHECKS_SLOWPATHCHECK_H

#include "checks/CheckInfo.h"
#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/utils/IncludeInserter.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace slowpath {

/// The base of all checks: options from CheckInfo, access to the shared
/// analyses, and the one place that emits findings.
class SlowpathCheck : public clang::tidy::ClangTidyCheck {
public:
  SlowpathCheck(const CheckInfo &Info, llvm::StringRef Name,
                clang::tidy::ClangTidyContext *Context);

  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  /// The shared analyses of the translation unit being matched.
  TranslationUnit &unit(clang::ASTContext &Context);

  /// The value of the option `<check>.<Name>`; Name must be in CheckInfo.
  llvm::StringRef option(llvm::StringRef Name) const;
  unsigned numericOption(llvm::StringRef Name) const;

  /// May this statement be reported at all? False in headers of
  /// libraries, in generated files, in template instantiations (the pattern is
  /// reported instead), in code from macros the user did not spell out, in
  /// functions with errors, in tests and benchmarks (unless the global
  /// CheckOption `slowpath.Tests` is true), and in cold or rare code.
  bool isReportable(const clang::Stmt &S, clang::ASTContext &Context);

  /// As isReportable, but in rare functions, too.
  bool mayReport(const clang::Stmt &S, clang::ASTContext &Context);

  /// Adds to Fix the edit that includes Header ("<algorithm>") in the file of
  /// Loc, sorted into its block, if the file does not include it yet.
  void addInclude(Rewrite &Fix, clang::SourceLocation Loc,
                  llvm::StringRef Header, clang::ASTContext &Context);

  const CheckInfo &info() const { return Info; }
  /// Is test code treated as any other?
  bool includesTests() const { return IncludeTests; }

  /// Emits the finding: the warning, a note at the loop, the other notes, and
  /// the rewrite at its level. Safe edits hang on the warning; review edits on
  /// a note, so that no tool applies them unasked.
  void report(Finding F, clang::ASTContext &Context);

private:
  /// Makes the shared analyses, with the user's models, before the check asks
  /// anything.
  void run(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;

  const CheckInfo &Info;
  bool IncludeTests;
  std::string UserModels;
  clang::tidy::utils::IncludeInserter Includes;
  /// What Includes has answered: it gives each header out once per file, but
  /// each rewrite may be applied alone.
  std::map<std::pair<clang::FileID, std::string>,
           std::optional<clang::FixItHint>>
      IncludeEdits;
  std::shared_ptr<TranslationUnit> Unit;
};

} // namespace slowpath

#endif
