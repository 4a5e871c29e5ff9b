// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/SerialWaitCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/QueryLoop.h"
#include "checks/support/Spawns.h"
#include "checks/support/StartText.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/WaitedTasks.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr Cost Growth = {"the sum of n waits", "the longest wait"};

/// Does the loop let its tasks through one by one on purpose?
bool isPaced(const Stmt &Body, const Expr &Start, TranslationUnit &TU) {
  return llvm::any_of(callsUnder(Body), [&](const Expr *E) {
    const auto Model = E == &Start ? std::nullopt : TU.models().match(*E);
    return Model && (Model->Effects.has(Effect::Sleep) ||
                     Model->Effects.has(Effect::SemAcquire) ||
                     Model->Effects.has(Effect::Limiter) ||
                     Model->Effects.has(Effect::SyncLock));
  });
}

bool mentionsAtomic(const Stmt *S) {
  return anyStmtOutsideLambdas(S, [](const Stmt &Each) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
    const CXXRecordDecl *Class =
        Ref ? Ref->getType().getNonReferenceType()->getAsCXXRecordDecl()
            : nullptr;
    return Class && Class->isInStdNamespace() &&
           Class->getName().contains("atomic");
  });
}

/// Does somebody decide between two tasks: what one types, or a queue that
/// other threads take from, or that the tasks fill?
bool waitsForOthers(const Loop &In, TranslationUnit &TU) {
  const bool Asks = anyStmtOutsideLambdas(In.Body, [](const Stmt &Each) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
    // std::cin
    return Ref && Ref->getDecl()->isInStdNamespace() &&
           meaningOf(Ref->getType()) == TypeMeaning::InputStream;
  });
  if (Asks)
    return true;
  const auto *For = dyn_cast<ForStmt>(In.Statement);
  if (For && (mentionsAtomic(For->getInit()) || mentionsAtomic(For->getInc())))
    return true;
  const Expr *Condition = In.condition();
  if (!Condition || mentionsAtomic(Condition))
    return Condition != nullptr;
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Condition));
  return anyStmtOutsideLambdas(Condition, [&](const Stmt &Each) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && isValue(Var->getType()) &&
           Analysis.isModifiedIn(*Var, *In.Body);
  });
}

std::string typeOf(const Expr &Start, const ASTContext &Context) {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  return Start.getType().getCanonicalType().getUnqualifiedType().getAsString(
      Policy);
}

std::string quoted(const Expr &Start, const ASTContext &Context) {
  return isa<CXXConstructExpr>(Start) ? typeOf(Start, Context)
                                      : calleeText(Start, Context);
}

/// A word for the rewrite that waits.
llvm::StringRef waitOf(const Expr &Start) {
  const CXXRecordDecl *Class = Start.getType()->getAsCXXRecordDecl();
  const auto Has = [&](llvm::StringRef Name) {
    return Class && Class->getDefinition() &&
           llvm::any_of(Class->getDefinition()->methods(),
                        [&](const CXXMethodDecl *Method) {
                          return Method->getIdentifier() &&
                                 Method->getName() == Name;
                        });
  };
  return Has("join") ? "join" : Has("get") ? "get" : "waitForFinished";
}

} // namespace

constinit const CheckInfo SerialWaitCheck::Info = {
    .Name = "slowpath-serial-wait",
    .Summary = "waits for one task after the other that could run at once",
    .Group = Category::Concurrency,
    .Paid = Impact::Large,
    .Typical = Growth,
    .BestFix = FixLevel::Advice,
    .Speed = Latency::Fast};

void SerialWaitCheck::check(const MatchFinder::MatchResult &Result) {
  LinkedCheck::check(Result);
  ASTContext &Context = *Result.Context;
  const auto &Start = *Result.Nodes.getNodeAs<Expr>(CallId);
  TranslationUnit &TU = unit(Context);
  const std::optional<WaitedTask> Task = waitedTaskAt(Start, TU);
  if (!Task || !isReportable(Start, Context))
    return;
  const FunctionDecl *Function = TU.functionAround(Start);
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (const Loop *In = Analysis.innermostLoop(Start);
      In && In->Body && isPerItem(*In, TU)) {
    const SiteConditions Conditions = conditionsOf(Start, In, TU);
    if (!Conditions.InCondition && !Conditions.Selective &&
        !decidesEnd(Start, *In, TU) && !mayDependOn(*Task, *In, TU) &&
        !isPaced(*In->Body, Start, TU) && !waitsForOthers(*In, TU))
      return reportLoop(*Task, *In, Context);
  }
  // The one before in the same block.
  const auto *Block =
      dyn_cast_or_null<CompoundStmt>(Analysis.parent(*Task->Starting));
  if (!Block)
    return;
  const auto At = llvm::find(Block->body(), Task->Starting);
  if (At == Block->body_begin())
    return;
  const std::optional<WaitedTask> Before = waitedTaskIn(**(At - 1), TU);
  if (Before && Before->Waiting == *(At - 1) && Before->Starting == *(At - 1) &&
      !mayDependOn(*Task, **(At - 1), TU))
    reportPair(*Task, *Before, Context);
}

void SerialWaitCheck::reportLoop(const WaitedTask &Task, const Loop &In,
                                 ASTContext &Context) {
  const Expr &Start = *Task.Start;
  const std::string Text = textOf(Start, Context);
  const std::string Name = Task.Handle && Task.Starting != Task.Waiting
                               ? Task.Handle->getNameAsString()
                               : "one";
  Finding F;
  F.Range = Start.getSourceRange();
  F.Message = fmt::format(
      "each '{}' is waited for before the next one is started: the tasks run "
      "one after the other",
      quoted(Start, Context));
  F.Growth = Growth;
  F.In = &In;
  F.Fix.Title = "start several, then wait for them";
  F.Fix.Code = fmt::format(
      "std::vector<{0}> running;  // no more at once than make sense\n"
      "{1}\n"
      "  running.push_back({2});\n"
      "for (auto &{3} : running)\n"
      "  {3}.{4}();",
      typeOf(Start, Context), onOneLine(headerOf(In, Context)),
      isa<CXXConstructExpr>(Start) && Task.Handle
          ? fmt::format("{}(…)", typeOf(Start, Context))
          : onOneLine(Text),
      Name, waitOf(Start).str());
  report(std::move(F), Context);
}

void SerialWaitCheck::reportPair(const WaitedTask &Task,
                                 const WaitedTask &Before,
                                 ASTContext &Context) {
  const Expr &Start = *Task.Start;
  Finding F;
  F.Range = Start.getSourceRange();
  F.Message = fmt::format(
      "this '{}' is started only when the one before has ended, though it does "
      "not need what that gives",
      quoted(Start, Context));
  F.Growth = {"the sum of the waits", "the longest wait"};
  F.Notes.push_back(
      {Before.Start->getBeginLoc(), "the one before is waited for here"});
  F.Fix.Title = "start both, then wait";
  F.Fix.Code = fmt::format("auto first = {};\n"
                           "auto second = {};\n"
                           "… first.{}() … second.{}() …",
                           onOneLine(textOf(*Before.Start, Context)),
                           onOneLine(textOf(Start, Context)),
                           waitOf(*Before.Start).str(), waitOf(Start).str());
  report(std::move(F), Context);
}

} // namespace slowpath
