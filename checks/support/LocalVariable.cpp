// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

class UseCollector : public RecursiveASTVisitor<UseCollector> {
public:
  explicit UseCollector(const VarDecl &Var) : Var(Var) {}
  llvm::SmallVector<const DeclRefExpr *, 8> Uses;

  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    if (Ref->getDecl() == &Var)
      Uses.push_back(Ref);
    return true;
  }

private:
  const VarDecl &Var;
};

} // namespace

llvm::SmallVector<const DeclRefExpr *, 8> usesOf(const VarDecl &Var,
                                                 const FunctionDecl &Function) {
  UseCollector Collector(Var);
  if (Stmt *Body = Function.getBody())
    Collector.TraverseStmt(Body);
  return std::move(Collector.Uses);
}

bool isAutomaticObject(const VarDecl &Var) {
  return Var.hasLocalStorage() && !isa<ParmVarDecl>(Var) &&
         !Var.getType()->isReferenceType() && !Var.getType()->isPointerType();
}

bool isEmptyAt(const VarDecl &Var, const Stmt &S, FunctionAnalysis &Analysis,
               const ASTContext &Context) {
  if (!isAutomaticObject(Var))
    return false;
  if (const Expr *Init = Var.getInit()) {
    const auto *Construct =
        dyn_cast<CXXConstructExpr>(Init->IgnoreUnlessSpelledInSource());
    if (!Construct || !llvm::all_of(Construct->arguments(), [](const Expr *E) {
          return isa<CXXDefaultArgExpr>(E);
        }))
      return false;
  }
  const SourceManager &SM = Context.getSourceManager();
  return llvm::all_of(
      usesOf(Var, Analysis.function()), [&](const DeclRefExpr *Use) {
        if (!SM.isBeforeInTranslationUnit(Use->getBeginLoc(), S.getBeginLoc()))
          return true;
        const CXXMemberCallExpr *Call = memberCallOn(*Use, Analysis);
        const auto *Name = Call && Call->getMethodDecl()
                               ? Call->getMethodDecl()->getIdentifier()
                               : nullptr;
        return Name && Name->isStr("reserve");
      });
}

const CXXMemberCallExpr *memberCallOn(const DeclRefExpr &Use,
                                      const FunctionAnalysis &Analysis) {
  const auto *Member = dyn_cast_or_null<MemberExpr>(Analysis.parent(Use));
  if (!Member)
    if (const auto *Cast =
            dyn_cast_or_null<ImplicitCastExpr>(Analysis.parent(Use)))
      Member = dyn_cast_or_null<MemberExpr>(Analysis.parent(*Cast));
  return Member ? dyn_cast_or_null<CXXMemberCallExpr>(Analysis.parent(*Member))
                : nullptr;
}

bool isInTry(const Stmt &S, const FunctionAnalysis &Analysis) {
  for (const Stmt *Up = &S; Up; Up = Analysis.parent(*Up))
    if (isa<CXXTryStmt>(Up))
      return true;
  return false;
}

} // namespace slowpath
