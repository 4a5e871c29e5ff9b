// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_LINKEDCHECK_H
#define SLOWPATH_CHECKS_LINKEDCHECK_H

#include "checks/SlowpathCheck.h"
#include "checks/facts/LinkedFinding.h"
#include "llvm/ADT/StringMap.h"

namespace slowpath {

/// The base of checks that decide on facts, some of them on the syntax of the
/// one unit, too: what repeats and what is slow may be in different functions
/// and files. For facts, they only offer places in the program, where
/// findAcrossUnits() finds; in the plugin and clangd they look at the facts of
/// the one unit, and of those that an index knows.
class LinkedCheck : public SlowpathCheck {
public:
  using SlowpathCheck::SlowpathCheck;

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;

protected:
  /// The call or construction that the matchers have found.
  static constexpr llvm::StringLiteral CallId = "call";

  struct SourcePlace {
    std::string File;
    unsigned Line = 0;
    unsigned Column = 0;
  };
  /// As the facts name it.
  static std::optional<SourcePlace> placeOf(clang::SourceLocation Loc,
                                            const clang::SourceManager &SM);

  /// May a finding stand at Call? Here: is it in a loop over data, or the call
  /// of an algorithm, of a function of the project or one that is modelled, and
  /// may it be reported?
  virtual bool isCandidate(const clang::Expr &Call,
                           clang::ASTContext &InContext);

  /// May Call, in a function that answers requests, be reported?
  bool isOfRequest(const clang::Expr &Call, clang::ASTContext &InContext);

  /// The edits that rewrite the code around Call if the check reports it, if
  /// they are known: a rewrite of level review.
  virtual llvm::SmallVector<clang::FixItHint, 4>
  editsFor(const clang::Expr & /*Call*/, TranslationUnit & /*TU*/) {
    return {};
  }

  /// Looks at what the check has found in the unit alone in the light of
  /// Linked, before find() does. Not in the program, where the linker does it.
  virtual void settle(const Program & /*Linked*/) {}
  /// Is there anything to settle?
  virtual bool isPending() const { return false; }

  /// Adds to Found what the check finds in Linked, where it may report.
  virtual void find(const Program &Linked,
                    std::vector<LinkedFinding> &Found) const = 0;

private:
  /// Absolute.
  std::string mainFile() const;
  /// Adds what the index of the project, if there is one, knows of other files.
  void addOthers(const facts::Unit &Own, Program &Linked);

  clang::ASTContext *Context = nullptr;
  struct Candidate {
    clang::SourceRange Range;
    llvm::SmallVector<clang::FixItHint, 4> Edits;
  };
  /// The places where the check may report, by placeText().
  llvm::StringMap<Candidate> Places;
};

} // namespace slowpath

#endif
