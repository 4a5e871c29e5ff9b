// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/GrowingObjects.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const Expr *mentionOf(const Stmt &S, const ValueDecl &Object) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S);
      Ref && Ref->getDecl()->getCanonicalDecl() == Object.getCanonicalDecl())
    return Ref;
  const auto *Member = dyn_cast<MemberExpr>(&S);
  return Member && Member->getMemberDecl()->getCanonicalDecl() ==
                       Object.getCanonicalDecl()
             ? Member
             : nullptr;
}

/// Gives E the object itself to somebody: `Log &log() { return lines; }`?
bool isHandedOut(const Expr &Mention, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(Mention);
  while (isa_and_nonnull<ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  return isa_and_nonnull<ReturnStmt>(Up) &&
         Analysis.function().getReturnType()->isReferenceType() &&
         !Analysis.function()
              .getReturnType()
              ->getPointeeType()
              .isConstQualified();
}

} // namespace

bool addsElement(const CallExpr &Call, TranslationUnit &TU) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
      Operator && Operator->getOperator() == OO_PlusEqual &&
      isString(Operator->getArg(0)->getType()))
    return true;
  const auto Model = TU.models().match(Call);
  return Model &&
         Model->Effects.hasAny({Effect::SequenceAppend, Effect::SequenceInsert,
                                Effect::SequenceInsertFront,
                                Effect::LookupInsert, Effect::LookupAssign});
}

bool isFilledInLoop(const VarDecl &Var, const Stmt &Outside,
                    const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  return llvm::any_of(usesOf(Var, Analysis.function()),
                      [&](const DeclRefExpr *Use) {
                        const CallExpr *Call = callOn(*Use, Analysis);
                        const Loop *L = TU.innermostLoop(*Use);
                        return Call && L && L->isDataLoop() &&
                               !Analysis.contains(*L->Statement, Outside) &&
                               addsElement(*Call, TU);
                      });
}

bool isSeenWhole(const ValueDecl &Object) {
  if (const auto *Var = dyn_cast<VarDecl>(&Object))
    return Var->hasGlobalStorage() && !Var->isExternallyVisible();
  const auto *Field = dyn_cast<FieldDecl>(&Object);
  const auto *Class =
      Field ? dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  if (!Class || Field->getAccess() != AS_private || Class->hasFriends() ||
      Class->getDescribedClassTemplate() ||
      isa<ClassTemplateSpecializationDecl>(Class))
    return false;
  return llvm::all_of(Class->decls(), [](const Decl *D) {
    if (isa<FunctionTemplateDecl, CXXRecordDecl>(D) && !D->isImplicit())
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(D);
    return !Method || Method->isImplicit() || Method->isDefaulted() ||
           Method->isDeleted() || Method->isPureVirtual() || Method->hasBody();
  });
}

bool onlyGrows(const ValueDecl &Object, TranslationUnit &TU) {
  return llvm::all_of(TU.functions(), [&](const FunctionDecl *Function) {
    const FunctionAnalysis &Analysis = TU.analysis(*Function);
    return !anyStmtOutsideLambdas(Function->getBody(), [&](const Stmt &S) {
      const Expr *Mention = mentionOf(S, Object);
      if (!Mention)
        return false;
      if (isHandedOut(*Mention, Analysis))
        return true;
      if (const CallExpr *Call = callOn(*Mention, Analysis);
          Call && addsElement(*Call, TU))
        return false;
      return useKindOf(*Mention, nullptr, Analysis, TU) == UseKind::Write;
    });
  });
}

} // namespace slowpath
