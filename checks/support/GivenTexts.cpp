// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/GivenTexts.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

unsigned givenArgs(const CXXConstructExpr &Construct) {
  return static_cast<unsigned>(
      llvm::count_if(Construct.arguments(), [](const Expr *Argument) {
        return !isa<CXXDefaultArgExpr>(Argument);
      }));
}

} // namespace

const Expr *literalOf(const Expr &Init) {
  const Expr &Core = spelled(Init);
  if (isa<StringLiteral>(Core))
    return &Core;
  if (const auto *Either = dyn_cast<ConditionalOperator>(&Core)) {
    const Expr *True = literalOf(*Either->getTrueExpr());
    return True && literalOf(*Either->getFalseExpr()) ? True : nullptr;
  }
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(&Core))
    return literalOf(*Default->getExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
    return givenArgs(*Construct) == 1 ? literalOf(*Construct->getArg(0))
                                      : nullptr;
  const auto *List = dyn_cast<InitListExpr>(&Core);
  return List && List->getNumInits() == 1 ? literalOf(*List->getInit(0))
                                          : nullptr;
}

bool isEmpty(const Expr &Init) {
  const Expr &Core = spelled(Init);
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(&Core))
    return isEmpty(*Default->getExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
    return givenArgs(*Construct) == 0;
  const auto *List = dyn_cast<InitListExpr>(&Core);
  return isa<ImplicitValueInitExpr>(Core) || (List && !List->getNumInits());
}

} // namespace slowpath
