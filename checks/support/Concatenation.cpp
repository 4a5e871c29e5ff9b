// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Concatenation.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const CXXOperatorCallExpr *asStringPlus(const Expr &E) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&spelled(E));
  return Call && Call->getOperator() == OO_Plus && Call->getNumArgs() == 2
             ? Call
             : nullptr;
}

class ReturnCollector : public RecursiveASTVisitor<ReturnCollector> {
public:
  llvm::SmallVector<const ReturnStmt *, 4> Returns;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *Return) {
    Returns.push_back(Return);
    return true;
  }
};

/// Does the function give Var a second name: a reference bound to it, its
/// address, a capture by reference?
class AliasFinder : public RecursiveASTVisitor<AliasFinder> {
public:
  AliasFinder(const VarDecl &Var) : Var(Var) {}
  bool Found = false;

  bool VisitVarDecl(VarDecl *Other) {
    if (Other != &Var && Other->hasInit() &&
        (Other->getType()->isReferenceType() ||
         Other->getType()->isPointerType() ||
         isOrDerivesFrom(Other->getType(), "std::basic_string_view")) &&
        names(*Other->getInit()))
      Found = true;
    return !Found;
  }
  bool VisitUnaryOperator(UnaryOperator *Unary) {
    if (Unary->getOpcode() == UO_AddrOf && names(*Unary->getSubExpr()))
      Found = true;
    return !Found;
  }
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() && Capture.getCapturedVar() == &Var &&
          Capture.getCaptureKind() == LCK_ByRef)
        Found = true;
    return !Found;
  }

private:
  bool names(const Stmt &S) const {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S);
        Ref && Ref->getDecl() == &Var)
      return true;
    return llvm::any_of(S.children(), [&](const Stmt *Child) {
      return Child && names(*Child);
    });
  }
  const VarDecl &Var;
};

/// A value of its own: cannot be another name for some string.
bool cannotAliasString(const Expr &Operand) {
  const Expr &Core = spelled(Operand);
  const QualType Type = Core.getType();
  if (isa<StringLiteral>(Core) || Type->isArithmeticType() ||
      Type->isEnumeralType())
    return true;
  const auto *Ref = dyn_cast<DeclRefExpr>(&Core);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasLocalStorage() && isString(Var->getType()) &&
         !Var->getType()->isReferenceType();
}

class ResetFinder : public RecursiveASTVisitor<ResetFinder> {
public:
  ResetFinder(const Expr &Object) : Object(Object) {}
  llvm::SmallVector<const Stmt *, 2> Resets;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *Call) {
    if (Call->getOperator() == OO_Equal &&
        isSameObject(*Call->getArg(0), Object) &&
        !mentions(*Call->getArg(1), Object))
      Resets.push_back(Call);
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *Call) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    const IdentifierInfo *Name = Method ? Method->getIdentifier() : nullptr;
    if (Name && (Name->isStr("clear") || Name->isStr("assign")) &&
        isSameObject(*Call->getImplicitObjectArgument(), Object))
      Resets.push_back(Call);
    return true;
  }

private:
  const Expr &Object;
};

} // namespace

llvm::SmallVector<const Expr *, 4> operandsOfPlus(const Expr &E) {
  llvm::SmallVector<const Expr *, 4> Operands;
  const Expr *Current = &E;
  while (const CXXOperatorCallExpr *Plus = asStringPlus(*Current)) {
    Operands.push_back(Plus->getArg(1));
    Current = Plus->getArg(0);
  }
  Operands.push_back(Current);
  std::reverse(Operands.begin(), Operands.end());
  return Operands;
}

const Expr *argumentExtendedBy(const CallExpr &Call) {
  if (isa<CXXOperatorCallExpr>(Call))
    return nullptr;
  const FunctionDecl *Callee = Call.getDirectCallee();
  const FunctionDecl *Definition = nullptr;
  if (!Callee || !Callee->hasBody(Definition))
    return nullptr;
  ReturnCollector Collector;
  Collector.TraverseStmt(Definition->getBody());
  const ParmVarDecl *Extended = nullptr;
  for (const ReturnStmt *Return : Collector.Returns) {
    if (!Return->getRetValue())
      return nullptr;
    const auto Operands = operandsOfPlus(*Return->getRetValue());
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Operands.front()));
    const auto *Parameter =
        Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    if (Operands.size() < 2 || !Parameter || !isString(Parameter->getType()) ||
        (Extended && Extended != Parameter))
      return nullptr;
    Extended = Parameter;
  }
  if (!Extended || Extended->getFunctionScopeIndex() >= Call.getNumArgs())
    return nullptr;
  return Call.getArg(Extended->getFunctionScopeIndex());
}

bool canSplitAppend(llvm::ArrayRef<const Expr *> Operands,
                    const FunctionAnalysis &Analysis,
                    const ASTContext &Context) {
  if (Operands.size() <= 2)
    return true;
  const Expr &Object = *Operands.front();
  const llvm::ArrayRef<const Expr *> Later = Operands.drop_front(2);
  const VarDecl *Root = rootVariable(Object);
  if (Root && isa<DeclRefExpr>(spelled(Object)) && Root->hasLocalStorage() &&
      !Root->getType()->isReferenceType() && !isInTry(Object, Analysis)) {
    AliasFinder Aliases(*Root);
    Aliases.TraverseStmt(Analysis.function().getBody());
    if (!Aliases.Found)
      return llvm::none_of(Later,
                           [&](const Expr *E) { return mentions(*E, Object); });
  }
  return llvm::all_of(Later, [&](const Expr *E) {
    return cannotAliasString(*E) && !E->HasSideEffects(Context);
  });
}

bool isReplacedIn(const Expr &Object, const Stmt &Scope) {
  ResetFinder Finder(Object);
  Finder.TraverseStmt(const_cast<Stmt *>(&Scope));
  return !Finder.Resets.empty();
}

bool isResetBefore(const Expr &Object, const Stmt &At, const Stmt &Scope,
                   const FunctionAnalysis &Analysis) {
  ResetFinder Finder(Object);
  Finder.TraverseStmt(const_cast<Stmt *>(&Scope));
  return llvm::any_of(Finder.Resets, [&](const Stmt *Reset) {
    return Reset != &At && Analysis.dominates(*Reset, At);
  });
}

} // namespace slowpath
