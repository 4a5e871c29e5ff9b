// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/memory/CopyAtLastUseCheck.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/GrowingObjects.h"
#include "checks/support/LastUse.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/MoveCost.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CopyId = "copy";

/// The variable that E names, a local object that may be moved from.
const DeclRefExpr *movableObject(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && isAutomaticObject(*Var) && !Var->getType().isConstQualified() &&
                 !Var->getType().isVolatileQualified() &&
                 !Var->isExceptionVariable() && !Var->isCXXForRangeDecl()
             ? Ref
             : nullptr;
}

/// Is what Construct makes moved into by the compiler itself, or the business
/// of performance-unnecessary-copy-initialization and of lambda captures?
bool isMadeOtherwise(const CXXConstructExpr &Construct,
                     const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(Construct);
  while (
      isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr,
                      CXXBindTemporaryExpr, ExprWithCleanups, CXXConstructExpr>(
          Up))
    Up = Analysis.parent(*Up);
  return !Up ||
         isa<DeclStmt, ReturnStmt, CXXThrowExpr, CoreturnStmt, LambdaExpr>(Up);
}

/// Does the function that is given Copy for a parameter keep it, by a move or
/// in a member? Else it had better take a reference, of which
/// performance-unnecessary-value-param speaks.
bool isKept(const CXXConstructExpr &Copy, const FunctionAnalysis &Analysis) {
  const Stmt *Below = &Copy, *Up = Analysis.parent(Copy);
  while (isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr>(Up)) {
    Below = Up;
    Up = Analysis.parent(*Up);
  }
  const FunctionDecl *Callee = nullptr;
  llvm::ArrayRef<const Expr *> Arguments;
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Up)) {
    Callee = Call->getDirectCallee();
    Arguments = llvm::ArrayRef(Call->getArgs(), Call->getNumArgs());
    if (Callee && isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee))
      Arguments = Arguments.drop_front();
  } else if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Up)) {
    Callee = Construct->getConstructor();
    Arguments = llvm::ArrayRef(Construct->getArgs(), Construct->getNumArgs());
  } else {
    return true;
  }
  const auto *const Place = llvm::find(Arguments, Below);
  const auto Index = static_cast<unsigned>(Place - Arguments.begin());
  const FunctionDecl *Definition = nullptr;
  if (!Callee || Place == Arguments.end() || !Callee->hasBody(Definition) ||
      Index >= Definition->getNumParams())
    return false;
  return movesParameter(*Definition, *Definition->getParamDecl(Index));
}

/// The mentions of local objects that At copies, and would move if they were
/// rvalues.
llvm::SmallVector<const DeclRefExpr *, 2>
copiedBy(const Expr &At, const FunctionAnalysis &Analysis) {
  llvm::SmallVector<const DeclRefExpr *, 2> Found;
  const auto Add = [&](const Expr &Argument) {
    if (const DeclRefExpr *Ref = movableObject(Argument))
      Found.push_back(Ref);
  };
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&At)) {
    if (Construct->getConstructor()->isCopyConstructor() &&
        !Construct->isElidable() && !isMadeOtherwise(*Construct, Analysis) &&
        isKept(*Construct, Analysis))
      Add(*Construct->getArg(0));
    return Found;
  }
  const auto &Call = *cast<CallExpr>(&At);
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee)
    return Found;
  if (isa<CXXOperatorCallExpr>(Call)) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && Method->isCopyAssignmentOperator())
      Add(*Call.getArg(1));
    return Found;
  }
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (keepsByMove(*Callee, I))
      Add(*Call.getArg(I));
  return Found;
}

} // namespace

constinit const CheckInfo CopyAtLastUseCheck::Info = {
    .Name = "slowpath-copy-at-last-use",
    .Summary = "copies an object that is not used again, instead of moving it",
    .Group = Category::Memory,
    .Paid = Impact::Small,
    .Typical = {"n copies", "n moves"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void CopyAtLastUseCheck::registerMatchers(MatchFinder *Finder) {
  const auto Local = hasAnyArgument(ignoringParenImpCasts(declRefExpr(
      to(varDecl(hasAutomaticStorageDuration(), unless(parmVarDecl()))))));
  //   lines.push_back(line);   all = lines;   names.emplace(id, name);
  Finder->addMatcher(
      callExpr(Local, unless(isExpansionInSystemHeader())).bind(CopyId), this);
  //   consume(lines);
  Finder->addMatcher(
      cxxConstructExpr(Local,
                       hasDeclaration(cxxConstructorDecl(isCopyConstructor())),
                       unless(isExpansionInSystemHeader()))
          .bind(CopyId),
      this);
}

void CopyAtLastUseCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto &At = *Result.Nodes.getNodeAs<Expr>(CopyId);
  TranslationUnit &TU = unit(Context);
  const FunctionDecl *Function = TU.functionAround(At);
  if (!Function || !isReportable(At, Context))
    return;
  FunctionAnalysis &Analysis = TU.analysis(*Function);
  for (const DeclRefExpr *Use : copiedBy(At, Analysis)) {
    const auto &Var = *cast<VarDecl>(Use->getDecl());
    const CopyCost Cost = copyCost(Var.getType());
    if (Cost == CopyCost::None || !isOwnObject(Var, Analysis))
      continue;
    const Loop *In = TU.innermostLoop(At);
    std::optional<RepeatedCall> Repeated;
    // Of functions that are called, a text is a small part of what they cost.
    if (!In && Cost == CopyCost::Elements) {
      Repeated = TU.repeatedCall(*Function);
      // What is called now and then may copy.
      if (Repeated && TU.analysis(*Repeated->Caller)
                          .runsEveryIteration(*Repeated->Call, *Repeated->In))
        In = Repeated->In;
    }
    // `if (key == "host") host = value; else if …` copies each text once.
    if (In && Cost == CopyCost::Allocation &&
        conditionsOf(At, In, TU).Dispatched)
      continue;
    const bool IsRepeated = In && In->isDataLoop();
    if (!IsRepeated &&
        !(Cost == CopyCost::Elements && isFilledInLoop(Var, At, Analysis, TU)))
      continue;
    const Unused Left = unusedAfter(At, *Use, Var, Analysis);
    if (Left == Unused::No)
      continue;
    const std::string Name = Var.getNameAsString();
    Finding F;
    F.Range = Use->getSourceRange();
    F.Message = (Cost == CopyCost::Elements
                     ? "all elements of '" + Name + "' are copied"
                     : "'" + Name + "' is copied") +
                ", although it is not used again";
    F.Growth =
        IsRepeated ? Info.Typical : slowpath::Cost{"O(n) copy", "O(1) move"};
    if (IsRepeated)
      F.In = In;
    if (IsRepeated && Repeated)
      F.Notes.push_back({Repeated->Call->getBeginLoc(), "called here"});
    F.Fix.Title = "move it";
    F.Fix.Code = "std::move(" + Name + ")";
    F.Fix.Edits.push_back(FixItHint::CreateReplacement(
        CharSourceRange::getTokenRange(Use->getSourceRange()), F.Fix.Code));
    F.Fix.Level = Left == Unused::Yes && hasPlainCopies(Var.getType())
                      ? FixLevel::Safe
                      : FixLevel::Review;
    addInclude(F.Fix, Use->getBeginLoc(), "<utility>", Context);
    report(std::move(F), Context);
  }
}

} // namespace slowpath
