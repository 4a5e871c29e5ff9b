// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SequenceUses.h"
#include "checks/support/Concatenation.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {

/// Is Object given to a call in L, which may fill it again, and does L not go
/// on until it is empty?
static bool isRefilledIn(const Expr &Object, const Loop &L) {
  const Expr *Condition = L.condition();
  if (!Condition || !L.Body || mentions(*Condition, Object))
    return false;
  return anyStmtOutsideLambdas(L.Body, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || isa<CXXOperatorCallExpr>(Call))
      return false;
    for (unsigned I = 0;
         I < std::min(Call->getNumArgs(), Callee->getNumParams()); ++I) {
      const QualType Type = Callee->getParamDecl(I)->getType();
      if (Type->isLValueReferenceType() &&
          !Type->getPointeeType().isConstQualified() &&
          isSameObject(*Call->getArg(I), Object))
        return true;
    }
    return false;
  });
}

/// Is Object one of the many texts that a function is given, or a copy of one:
/// the fields of a record, or the words of a line?
static bool isField(const Expr &Object, const FunctionDecl &Function) {
  constexpr unsigned FewestFields = 4;
  const VarDecl *Var = rootVariable(Object);
  // A copy of the parameter may be what is taken apart.
  if (Var && !isa<ParmVarDecl>(Var) && Var->hasLocalStorage() &&
      Var->hasInit() && isString(Var->getType())) {
    const Expr *From = &spelled(*Var->getInit());
    if (const auto *Copy = dyn_cast<CXXConstructExpr>(From);
        Copy && Copy->getNumArgs() == 1)
      From = Copy->getArg(0);
    Var = rootVariable(*From);
  }
  return isa_and_nonnull<ParmVarDecl>(Var) && isString(Var->getType()) &&
         llvm::count_if(Function.parameters(), [](const ParmVarDecl *Each) {
           return isString(Each->getType());
         }) >= FewestFields;
}

bool isConsumedElsewise(const Expr &Object, const Repetition &Rep,
                        const Stmt &At, TranslationUnit &TU) {
  if (!Rep.Call && isField(Object, *TU.functionAround(At)))
    return true;
  const Stmt &Scope =
      Rep.Call ? *TU.functionAround(At)->getBody() : *Rep.In->Statement;
  if (splitsName(Object, Scope, TU.models()))
    return true;
  return !Rep.Call && Rep.In->Body &&
         (isReplacedIn(Object, Scope) || isRefilledIn(Object, *Rep.In) ||
          stripsPrefix(Object, At, *Rep.In));
}

bool labelsError(const CXXMemberCallExpr &Insert, TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Insert));
  const Stmt *Statement = &Insert;
  while (Statement &&
         !isa_and_nonnull<CompoundStmt>(Analysis.parent(*Statement)))
    Statement = Analysis.parent(*Statement);
  const auto *Block =
      Statement ? dyn_cast_or_null<CompoundStmt>(Analysis.parent(*Statement))
                : nullptr;
  return Block && isa<ReturnStmt>(Block->body_back()) &&
         isa_and_nonnull<IfStmt>(Analysis.parent(*Block)) &&
         isString(Insert.getImplicitObjectArgument()->getType()) &&
         llvm::any_of(Insert.arguments(), [](const Expr *Argument) {
           return isa<StringLiteral>(spelled(*Argument));
         });
}

bool isOnlyWhenEmpty(const Expr &Object, const Expr &Insert,
                     TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Insert);
  return Function &&
         llvm::any_of(
             TU.analysis(*Function).guardsWithin(Insert,
                                                 TU.innermostLoop(Insert)),
             [&](const Expr *Guard) {
               const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(*Guard));
               const IdentifierInfo *Name =
                   Call && Call->getMethodDecl()
                       ? Call->getMethodDecl()->getIdentifier()
                       : nullptr;
               return Name && Call->getNumArgs() == 0 &&
                      Name->getName().ends_with_insensitive("empty") &&
                      isSameObject(*Call->getImplicitObjectArgument(), Object);
             });
}

} // namespace slowpath
