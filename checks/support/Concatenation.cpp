// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Concatenation.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// `a + b`, or Qt's `a % b`, of strings.
const CXXOperatorCallExpr *asStringPlus(const Expr &E) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&spelled(E));
  return Call && Call->getNumArgs() == 2 &&
                 (Call->getOperator() == OO_Plus ||
                  Call->getOperator() == OO_Percent) &&
                 Call->getDirectCallee() &&
                 isLibraryOperator(*Call->getDirectCallee())
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
  //   std::getline(in, line);   in >> word;
  bool VisitCallExpr(CallExpr *Call) {
    const bool Reads = llvm::any_of(Call->arguments(), [](const Expr *Each) {
      return meaningOf(Each->getType()) == TypeMeaning::InputStream;
    });
    if (Reads && llvm::any_of(Call->arguments(), [&](const Expr *Each) {
          return isSameObject(*Each, Object);
        }))
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

bool isLibraryString(QualType T) {
  const auto *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !isString(T))
    return false;
  return Record->isInStdNamespace() ||
         llvm::none_of(Record->bases(), [](const CXXBaseSpecifier &Base) {
           return isString(Base.getType());
         });
}

bool isLibraryOperator(const FunctionDecl &Operator) {
  const SourceManager &SM = Operator.getASTContext().getSourceManager();
  const auto FileOf = [&](const Decl &D) {
    return SM.getFileEntryRefForID(
        SM.getFileID(SM.getExpansionLoc(D.getLocation())));
  };
  if (isFromSystemHeader(Operator))
    return true;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Operator))
    return isLibraryString(
        Operator.getASTContext().getCanonicalTagType(Method->getParent()));
  // Libraries that are compiled along declare it beside the class.
  const auto Here = FileOf(Operator);
  return Here && llvm::any_of(Operator.parameters(), [&](const auto *Param) {
           const auto *Record =
               Param->getType().getNonReferenceType()->getAsCXXRecordDecl();
           const auto There = Record && isLibraryString(Param->getType())
                                  ? FileOf(*Record)
                                  : std::nullopt;
           return There && There->getDir() == Here->getDir();
         });
}

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
