// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_COMPUTATION_LOOPCONSTRUCTIONCHECK_H
#define SLOWPATH_CHECKS_COMPUTATION_LOOPCONSTRUCTIONCHECK_H

#include "checks/LinkedCheck.h"

namespace slowpath {

struct Construction;

/// Finds expensive objects that are made once per item, always in the same way:
/// in a loop, or in a function that one calls. See
/// docs/checks/slowpath-loop-construction.md.
class LoopConstructionCheck : public LinkedCheck {
public:
  static const CheckInfo Info;

  LoopConstructionCheck(llvm::StringRef Name,
                        clang::tidy::ClangTidyContext *Context)
      : LinkedCheck(Info, Name, Context) {}

  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

  /// Adds to Found what functions make that a loop calls, at the place where it
  /// is made, in the order of the functions with the loops.
  static void findConstructions(const Program &Linked,
                                std::vector<LinkedFinding> &Found);

protected:
  bool isCandidate(const clang::Expr &Call,
                   clang::ASTContext &InContext) override;
  llvm::SmallVector<clang::FixItHint, 4> editsFor(const clang::Expr &Call,
                                                  TranslationUnit &TU) override;
  void find(const Program &Linked,
            std::vector<LinkedFinding> &Found) const override {
    findConstructions(Linked, Found);
  }

private:
  /// A container that is made, filled and thrown away in each iteration.
  void checkContainer(const clang::Expr &Made, clang::ASTContext &Context);
  /// Reports C if the loop L makes it anew for each item without need.
  void checkLoop(const Construction &C, const Loop &L,
                 clang::ASTContext &Context);
};

} // namespace slowpath

#endif
