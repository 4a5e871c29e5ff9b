// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LocalVariable.h"
#include "checks/support/Concatenation.h"
#include "checks/support/Enclosing.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
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

class GotoFinder : public RecursiveASTVisitor<GotoFinder> {
public:
  bool Found = false;
  bool VisitGotoStmt(GotoStmt *) { return !(Found = true); }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *) { return !(Found = true); }
};

/// The closest statement around E that is no implicit node nor parentheses.
const Stmt *spelledParent(const Stmt &E, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(E);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, ExprWithCleanups>(Up))
    Up = Analysis.parent(*Up);
  return Up;
}

/// Is the value of the reference E only read, so that it is not kept?
bool isReadAtOnce(const Expr &E, const FunctionAnalysis &Analysis) {
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Analysis.parent(E));
  return Cast && Cast->getCastKind() == CK_LValueToRValue;
}

/// Does this mention of a string leave nothing behind that refers to it?
bool isPassingUse(const DeclRefExpr &Use, const FunctionAnalysis &Analysis) {
  if (const CXXMemberCallExpr *Call = memberCallOn(Use, Analysis)) {
    const QualType Result = Call->getType();
    return isDiscarded(*Call, Analysis) ||
           (Call->isPRValue() &&
            (Result->isArithmeticType() || isString(Result))) ||
           isReadAtOnce(*Call, Analysis);
  }
  const Stmt *Parent = spelledParent(Use, Analysis);
  if (isa_and_nonnull<ReturnStmt>(Parent))
    return true;
  // A copy, or a move into another string.
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Parent))
    return isString(Construct->getType()) && Construct->getNumArgs() == 1;
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Parent);
  if (!Operator || !Operator->getDirectCallee() ||
      !isLibraryOperator(*Operator->getDirectCallee()))
    return false;
  switch (Operator->getOperator()) {
  case OO_Equal:
  case OO_PlusEqual:
    return isDiscarded(*Operator, Analysis) ||
           &spelled(*Operator->getArg(0)) != &Use;
  case OO_Subscript:
    return isReadAtOnce(*Operator, Analysis);
  case OO_Plus:
  case OO_LessLess:
  case OO_GreaterGreater:
  case OO_EqualEqual:
  case OO_ExclaimEqual:
  case OO_Less:
  case OO_Greater:
  case OO_LessEqual:
  case OO_GreaterEqual:
    return true;
  default:
    return false;
  }
}

} // namespace

bool isFromSystemHeader(const Decl &D) {
  const SourceManager &SM = D.getASTContext().getSourceManager();
  return SM.isInSystemHeader(SM.getExpansionLoc(D.getLocation()));
}

llvm::SmallVector<const DeclRefExpr *, 8> usesOf(const VarDecl &Var,
                                                 const FunctionDecl &Function) {
  UseCollector Collector(Var);
  if (Stmt *Body = Function.getBody())
    Collector.TraverseStmt(Body);
  return std::move(Collector.Uses);
}

const VarDecl *initialised(const Stmt &E, const FunctionAnalysis &Analysis) {
  const Stmt *Up = &E;
  while (Up && isa<Expr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
  return Declaration && Declaration->isSingleDecl()
             ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
             : nullptr;
}

const VarDecl *holderOf(const Expr &E, const FunctionAnalysis &Analysis) {
  const VarDecl *Var = initialised(E, Analysis);
  return Var && Var->hasInit() && &spelled(*Var->getInit()) == &spelled(E)
             ? Var
             : nullptr;
}

bool isAutomaticObject(const VarDecl &Var) {
  return Var.hasLocalStorage() && !isa<ParmVarDecl>(Var) &&
         !Var.getType()->isReferenceType() && !Var.getType()->isPointerType();
}

bool isLibraryClass(const CXXRecordDecl &Record) {
  const QualType Type = Record.getASTContext().getCanonicalTagType(&Record);
  return isFromSystemHeader(Record) ||
         (meaningOf(Type) != TypeMeaning::Other && Record.hasDefinition() &&
          llvm::none_of(Record.bases(), [](const CXXBaseSpecifier &Base) {
            return meaningOf(Base.getType()) != TypeMeaning::Other;
          }));
}

bool isOwnObject(const VarDecl &Var, const FunctionAnalysis &Analysis) {
  const auto *Owner = dyn_cast<FunctionDecl>(Var.getDeclContext());
  return Var.hasLocalStorage() && !Var.getType()->isReferenceType() &&
         !Var.getType()->isPointerType() && Owner &&
         Owner->getCanonicalDecl() == Analysis.function().getCanonicalDecl();
}

bool mayHaveOtherNames(const VarDecl &Var, const Stmt &At,
                       const FunctionAnalysis &Analysis) {
  return llvm::any_of(
      usesOf(Var, Analysis.function()), [&](const DeclRefExpr *Use) {
        // Uses in lambdas have no place in the control flow of
        // this function.
        return isInside<LambdaExpr>(*Use, Analysis) ||
               (Analysis.reaches(*Use, At) && !Analysis.contains(At, *Use) &&
                !isPassingUse(*Use, Analysis));
      });
}

bool isFixedPlace(const Expr &Object, const Stmt &At,
                  const FunctionAnalysis &Analysis) {
  const auto IsFixedValue = [&](const Expr &E) {
    const Expr &Core = spelled(E);
    if (isa<CXXThisExpr, IntegerLiteral, CharacterLiteral, StringLiteral>(Core))
      return true;
    const auto *Ref = dyn_cast<DeclRefExpr>(&Core);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && Var->hasLocalStorage() &&
           Var->getDeclContext() == &Analysis.function() &&
           !Var->getType()->isReferenceType() &&
           !mayHaveOtherNames(*Var, At, Analysis);
  };
  const Expr &Core = spelled(Object);
  if (isa<DeclRefExpr, CXXThisExpr>(Core))
    return true;
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return Member->isArrow() ? IsFixedValue(*Member->getBase())
                             : isFixedPlace(*Member->getBase(), At, Analysis);
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&Core)) {
    const Expr &Base = *Subscript->getBase()->IgnoreParenImpCasts();
    return IsFixedValue(*Subscript->getIdx()) &&
           (Base.getType()->isArrayType() ? isFixedPlace(Base, At, Analysis)
                                          : IsFixedValue(Base));
  }
  if (const auto *Star = dyn_cast<UnaryOperator>(&Core))
    return Star->getOpcode() == UO_Deref && IsFixedValue(*Star->getSubExpr());
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core);
  if (Call && Call->getOperator() == OO_Subscript)
    return isFixedPlace(*Call->getArg(0), At, Analysis) &&
           IsFixedValue(*Call->getArg(1));
  return Call && Call->getOperator() == OO_Star &&
         IsFixedValue(*Call->getArg(0));
}

bool isEmptyAt(const VarDecl &Var, const Stmt &S, FunctionAnalysis &Analysis,
               const ASTContext &Context) {
  if (!isAutomaticObject(Var) || !isOwnObject(Var, Analysis))
    return false;
  // The constructor of a user's class may add elements.
  const CXXRecordDecl *Record = Var.getType()->getAsCXXRecordDecl();
  if (!Record || !isLibraryClass(*Record))
    return false;
  // Before in the text is before in time only without jumps backwards.
  GotoFinder Jumps;
  Jumps.TraverseStmt(Analysis.function().getBody());
  if (Jumps.Found)
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

const CallExpr *callOn(const Expr &Mention, const FunctionAnalysis &Analysis) {
  const Stmt *Below = &Mention, *Up = Analysis.parent(Mention);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up)) {
    Below = Up;
    Up = Analysis.parent(*Up);
  }
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Up))
    return dyn_cast_or_null<CXXMemberCallExpr>(Analysis.parent(*Member));
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
  return Operator && Operator->getArg(0) == Below ? Operator : nullptr;
}

bool isInTry(const Stmt &S, const FunctionAnalysis &Analysis) {
  return isa<CXXTryStmt>(S) || isInside<CXXTryStmt>(S, Analysis);
}

} // namespace slowpath
