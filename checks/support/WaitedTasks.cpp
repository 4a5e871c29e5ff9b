// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/WaitedTasks.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Spawns.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The row of what E starts, if that has a handle to wait for.
const ApiModel *startedAt(const Expr &E, TranslationUnit &TU) {
  const auto Model = TU.models().match(E);
  if (!Model || Model->Model->HandleAt != ApiModel::Place::Result)
    return nullptr;
  const EffectSet &Effects = Model->Effects;
  return (Effects.has(Effect::TaskSpawn) || Effects.has(Effect::ThreadSpawn)) &&
                 !Effects.has(Effect::PoolCreate) &&
                 !Effects.has(Effect::ProcessSpawn)
             ? Model->Model
             : nullptr;
}

/// A wait for as long as it takes.
bool waits(const Expr &E, TranslationUnit &TU) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  if (!Call || Call->getNumArgs() != 0)
    return false;
  const auto Model = TU.models().match(*Call);
  return Model && Model->Effects.has(Effect::TaskWait);
}

/// Does S wait for Var in any case: `results.push_back(var.get());`?
bool waitsFor(const VarDecl &Var, const Stmt &S, const FunctionAnalysis &A,
              TranslationUnit &TU) {
  return anyStmtOutsideLambdas(&S, [&](const Stmt &Part) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&Part);
    if (!Call || !waits(*Call, TU) ||
        rootVariable(*Call->getImplicitObjectArgument()) != &Var)
      return false;
    const Stmt *Up = Call;
    while (Up != &S && isa<Expr>(Up) &&
           !isa<ConditionalOperator, CXXDefaultArgExpr>(Up))
      Up = A.parent(*Up);
    const auto *If = dyn_cast<IfStmt>(&S);
    return Up == &S || (If && Up == If && A.contains(*If->getCond(), *Call));
  });
}

const Stmt *neighbour(const Stmt &S, bool Next, const FunctionAnalysis &A) {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(A.parent(S));
  if (!Block)
    return nullptr;
  const auto At = llvm::find(Block->body(), &S);
  if (Next)
    return At + 1 == Block->body_end() ? nullptr : *(At + 1);
  return At == Block->body_begin() ? nullptr : *(At - 1);
}

void addVariables(const Stmt &S,
                  llvm::SmallPtrSetImpl<const VarDecl *> &Found) {
  anyStmt(S, [&](const Stmt &Part) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Part))
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
        Found.insert(Var);
    return false;
  });
}

} // namespace

std::optional<WaitedTask> waitedTaskAt(const Expr &E, TranslationUnit &TU) {
  const ApiModel *Row = startedAt(E, TU);
  const FunctionDecl *Function = Row ? TU.functionAround(E) : nullptr;
  if (!Function)
    return std::nullopt;
  const FunctionAnalysis &A = TU.analysis(*Function);
  const bool IsScoped = Row->Effects.has(Effect::TaskScoped);
  WaitedTask Task;
  Task.Start = &E;
  const Stmt *Child = &E;
  const Stmt *Up = A.parent(E);
  bool Waits = false;
  for (; Up && isa<Expr>(Up); Child = Up, Up = A.parent(*Up)) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Up);
    Waits |= Call && isa<MemberExpr>(Child) && waits(*Call, TU);
    const bool GoesElsewhere =
        isa<CallExpr, CXXNewExpr, BinaryOperator, InitListExpr, CoawaitExpr>(
            Up);
    if ((GoesElsewhere && !Waits) || isa<LambdaExpr, ConditionalOperator>(Up))
      return std::nullopt;
  }
  if (!Up)
    return std::nullopt;
  const auto *Declaration = dyn_cast<DeclStmt>(Up);
  if (Declaration && Declaration->isSingleDecl()) {
    Task.Starting = Declaration;
    Task.Handle = dyn_cast<VarDecl>(Declaration->getSingleDecl());
    if (!Task.Handle || Task.Handle->hasGlobalStorage())
      return std::nullopt;
    if (Waits) {
      Task.Waiting = Declaration;
      return Task;
    }
    if (Task.Handle->getType()->isReferenceType() ||
        !isa_and_nonnull<CompoundStmt>(A.parent(*Declaration)))
      return std::nullopt;
    const Stmt *Next = neighbour(*Declaration, /*Next=*/true, A);
    Task.Waiting = Next ? Next : Declaration;
    return (Next ? waitsFor(*Task.Handle, *Next, A, TU) : IsScoped)
               ? std::optional(Task)
               : std::nullopt;
  }
  // `std::async(work);` waits, too, when its future is destroyed.
  const auto *Full = dyn_cast<Expr>(Child);
  if (Declaration || !Full || isa<ReturnStmt, CoreturnStmt>(Up) ||
      (!Waits && !IsScoped))
    return std::nullopt;
  Task.Starting = Task.Waiting = Full;
  return Task;
}

std::optional<WaitedTask> waitedTaskIn(const Stmt &S, TranslationUnit &TU) {
  std::optional<WaitedTask> Found;
  anyStmtOutsideLambdas(&S, [&](const Stmt &Part) {
    if (const auto *E = dyn_cast<Expr>(&Part))
      Found = waitedTaskAt(*E, TU);
    return Found.has_value();
  });
  return Found;
}

/// The variables that Task is given, or that what it runs uses.
static llvm::SmallPtrSet<const VarDecl *, 8> usedBy(const WaitedTask &Task,
                                                    TranslationUnit &TU) {
  llvm::SmallPtrSet<const VarDecl *, 8> Used;
  addVariables(*Task.Start, Used);
  // What a lambda runs stands elsewhere if it has a name.
  if (const std::optional<Spawn> S = spawnAt(*Task.Start, TU);
      S && S->Target && TU.lambdaOf(*S->Target))
    addVariables(*S->Target->getBody(), Used);
  return Used;
}

/// Does Task do something with the object around it, which may keep the state
/// of one task for the next?
static bool usesThis(const WaitedTask &Task, TranslationUnit &TU) {
  const auto Uses = [](const Stmt &S) {
    return anyStmt(S, [](const Stmt &Part) {
      const auto *This = dyn_cast<CXXThisExpr>(&Part);
      return This && !This->getType()->getPointeeType().isConstQualified();
    });
  };
  const std::optional<Spawn> S = spawnAt(*Task.Start, TU);
  return Uses(*Task.Start) || (S && S->Target && TU.lambdaOf(*S->Target) &&
                               Uses(*S->Target->getBody()));
}

static bool isConstant(const VarDecl &Var) {
  return Var.getType().getNonReferenceType().isConstQualified();
}

bool mayDependOn(const WaitedTask &Task, const Loop &L, TranslationUnit &TU) {
  const FunctionAnalysis &A = TU.analysis(*TU.functionAround(*Task.Start));
  return usesThis(Task, TU) ||
         llvm::any_of(usedBy(Task, TU), [&](const VarDecl *Var) {
           // Each iteration has its own.
           return Var != L.Variable &&
                  !isDeclaredIn(*Var, *L.Statement, TU.context()) &&
                  !isDeclaredIn(*Var, *L.Body, TU.context()) &&
                  (pointsToMutable(Var->getType()) ||
                   (!isConstant(*Var) && A.isModifiedIn(*Var, *L.Body)));
         });
}

bool mayDependOn(const WaitedTask &Task, const Stmt &Before,
                 TranslationUnit &TU) {
  const FunctionAnalysis &A = TU.analysis(*TU.functionAround(*Task.Start));
  return usesThis(Task, TU) ||
         llvm::any_of(usedBy(Task, TU), [&](const VarDecl *Var) {
           return isDeclaredIn(*Var, Before, TU.context()) ||
                  pointsToMutable(Var->getType()) ||
                  (!isConstant(*Var) && A.isModifiedIn(*Var, Before));
         });
}

} // namespace slowpath
