// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/LockPerItemCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LockedLoop.h"
#include "checks/support/Objects.h"
#include "checks/support/QuickWork.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral LockId = "lock";

std::string quoted(const Expr &E, const ASTContext &Context) {
  return "'" + onOneLine(sourceText(E.getSourceRange(), Context)) + "'";
}

} // namespace

constinit const CheckInfo LockPerItemCheck::Info = {
    .Name = "slowpath-lock-per-item",
    .Summary = "locks the same mutex once per item",
    .Group = Category::Concurrency,
    .Paid = Impact::Large,
    .Typical = {"n locks", "1 lock"},
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void LockPerItemCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   std::lock_guard<std::mutex> lock(mutex);
  Finder->addMatcher(
      varDecl(hasLocalStorage(), InUserCode,
              hasInitializer(ignoringImplicit(
                  cxxConstructExpr(unless(argumentCountIs(0))).bind(LockId)))),
      this);
  //   mutex.lock();   pthread_mutex_lock(&mutex);
  Finder->addMatcher(callExpr(InUserCode).bind(LockId), this);
}

void LockPerItemCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto *Lock = Result.Nodes.getNodeAs<Expr>(LockId);
  const auto Model = unit(Context).models().match(*Lock);
  if (!Model || Model->Model->Async)
    return;
  if (Model->Effects.has(Effect::SyncLock))
    checkLock(*Lock, Context);
}

void LockPerItemCheck::checkLock(const Expr &Lock, ASTContext &Context) {
  if (!isReportable(Lock, Context))
    return;
  TranslationUnit &TU = unit(Context);
  const std::optional<LockedLoop> Found = lockedLoopAt(Lock, TU);
  if (!Found || !isQuick(*Found->In, {&Lock, Found->Unlock}, TU))
    return;
  Finding F;
  F.Range = Lock.getSourceRange();
  F.Growth = Info.Typical;
  F.In = Found->In;
  F.Message = quoted(*Found->Mutex, Context) +
              " is locked and unlocked once per iteration, around work that "
              "takes no longer than that";
  F.Fix = lockOnce(*Found, TU);
  report(std::move(F), Context);
}

} // namespace slowpath
