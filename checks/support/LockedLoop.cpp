// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LockedLoop.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// `m` of `&m`.
const Expr &pointee(const Expr &E) {
  const Expr &Core = spelled(E);
  const auto *Unary = dyn_cast<UnaryOperator>(&Core);
  return Unary && Unary->getOpcode() == UO_AddrOf
             ? spelled(*Unary->getSubExpr())
             : Core;
}

/// The expressions under S, outermost first, that name the same as Object.
unsigned countMentions(const Stmt &S, const Expr &Object) {
  const auto *E = dyn_cast<Expr>(&S);
  if (E && &spelled(*E) == E && isSameObject(*E, Object))
    return 1;
  unsigned Count = 0;
  for (const Stmt *Child : S.children())
    if (Child)
      Count += countMentions(*Child, Object);
  return Count;
}

/// The object or argument that a call of a member or function is about.
const Expr *subjectOf(const CallExpr &Call) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
    return Member->getNumArgs() == 0 ? Member->getImplicitObjectArgument()
                                     : nullptr;
  return Call.getNumArgs() == 1 && !isa<CXXOperatorCallExpr>(Call)
             ? Call.getArg(0)
             : nullptr;
}

/// The only other call on Mutex in L, behind Lock, that does nothing else: what
/// locks in each iteration is unlocked by it. Null if there is more.
const CallExpr *unlockOf(const CallExpr &Lock, const Expr &Mutex, const Loop &L,
                         const FunctionAnalysis &Analysis,
                         const ApiModels &Models) {
  if (countMentions(*L.Body, Mutex) != 2)
    return nullptr;
  const CallExpr *Found = nullptr;
  anyStmtOutsideLambdas(L.Body, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const Expr *Subject = Call ? subjectOf(*Call) : nullptr;
    if (Call != &Lock && Subject && isSameObject(pointee(*Subject), Mutex) &&
        !Models.match(*Call))
      Found = Call;
    return Found != nullptr;
  });
  return Found && isDiscarded(*Found, Analysis) &&
                 Analysis.dominates(Lock, *Found) &&
                 Analysis.runsEveryIteration(*Found, L)
             ? Found
             : nullptr;
}

} // namespace

std::optional<LockedLoop> lockedLoopAt(const Expr &Lock, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Lock);
  const Loop *L = TU.innermostLoop(Lock);
  if (!Function || !L || !goesThroughData(*L, TU))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (!Analysis.contains(*L->Statement, Lock) ||
      !Analysis.runsEveryIteration(Lock, *L) || isRunByThreads(Lock, Analysis))
    return std::nullopt;
  LockedLoop Found;
  Found.In = L;
  Found.Lock = &Lock;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Lock)) {
    const VarDecl *Guard = initialised(Lock, Analysis);
    if (!Guard || Construct->getNumArgs() == 0 ||
        !isOwnObject(*Guard, Analysis) || !usesOf(*Guard, *Function).empty())
      return std::nullopt;
    for (const Expr *Argument : Construct->arguments())
      if (!isa<CXXDefaultArgExpr>(Argument) &&
          !outlivesIteration(pointee(*Argument), *L, TU))
        return std::nullopt;
    Found.Mutex = &pointee(*Construct->getArg(0));
    for (const Stmt *Up = &Lock; Up && !Found.Guard; Up = Analysis.parent(*Up))
      Found.Guard = dyn_cast<DeclStmt>(Up);
    if (!Found.Guard || countMentions(*L->Body, *Found.Mutex) != 1)
      return std::nullopt;
    return Found;
  }
  const auto *Call = dyn_cast<CallExpr>(&Lock);
  const Expr *Subject = Call ? subjectOf(*Call) : nullptr;
  if (!Subject || !isDiscarded(*Call, Analysis))
    return std::nullopt;
  Found.Mutex = &pointee(*Subject);
  if (!outlivesIteration(*Found.Mutex, *L, TU))
    return std::nullopt;
  Found.Unlock = unlockOf(*Call, *Found.Mutex, *L, Analysis, TU.models());
  if (!Found.Unlock)
    return std::nullopt;
  return Found;
}

Rewrite lockOnce(const LockedLoop &Locked, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Locked.Lock));
  const Loop &L = *Locked.In;
  Rewrite Result;
  Result.Level = FixLevel::Review;
  Result.Title = "lock once, around the loop";
  const Stmt &First =
      Locked.Guard ? static_cast<const Stmt &>(*Locked.Guard) : *Locked.Lock;
  const std::string Begin = onOneLine(statementText(First, Context));
  const std::string End =
      Locked.Unlock ? onOneLine(statementText(*Locked.Unlock, Context)) : "";
  Result.Code = Begin + "\n" + headerOf(L, Context);
  if (Locked.Unlock)
    Result.Code += "\n" + End;
  else
    Result.Code = "{\n" + Result.Code + "\n}";
  if (Begin.empty() || dependsOn(First, L, Context))
    return Result;

  if (Locked.Unlock) {
    // Not if the loop could be left with the mutex locked.
    if (earlyExit(L))
      return Result;
    const auto WithoutLock = removeStatement(*Locked.Lock, Context);
    const auto WithoutUnlock = removeStatement(*Locked.Unlock, Context);
    auto Edits = insertAround(L, Begin, End, Analysis);
    if (!WithoutLock || !WithoutUnlock || Edits.empty())
      return Result;
    Edits.push_back(*WithoutLock);
    Edits.push_back(*WithoutUnlock);
    Result.Edits = std::move(Edits);
    return Result;
  }
  if (isTakenElsewhere(*Locked.Guard, Analysis))
    return Result;
  const auto WithoutGuard = removeStatement(*Locked.Guard, Context);
  // The mutex is free again behind the loop, unless nothing follows.
  const auto *Around =
      dyn_cast_or_null<CompoundStmt>(Analysis.parent(*L.Statement));
  const bool IsLast = Around && Around->body_back() == L.Statement;
  auto Edits = IsLast ? insertAround(L, Begin, "", Analysis)
                      : insertAround(L, "{\n" + Begin, "}", Analysis);
  if (!WithoutGuard || Edits.empty())
    return Result;
  Edits.push_back(*WithoutGuard);
  Result.Edits = std::move(Edits);
  return Result;
}

} // namespace slowpath
