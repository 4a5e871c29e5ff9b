// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/CommitLoop.h"
#include "checks/models/CallShape.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/LoopData.h"
#include "checks/support/QueryLoop.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/Statements.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is S in the condition of the loop, in what follows each iteration, or what
/// the condition asks for: `for (r = next(); r == ROW; r = next())`?
bool isInCondition(const Expr &S, const Loop &L,
                   const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  const Expr *Condition = L.condition();
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  return (Condition && Analysis.contains(*Condition, S)) ||
         (For && For->getInc() && Analysis.contains(*For->getInc(), S)) ||
         drivesLoop(S, L, TU) || refillsCondition(S, L, TU);
}

bool isUnitStep(const Expr &Increment) {
  const Expr &Core = spelled(Increment);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Core))
    return Unary->isIncrementDecrementOp();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core))
    return Call->getOperator() == OO_PlusPlus ||
           Call->getOperator() == OO_MinusMinus;
  if (const auto *Comma = dyn_cast<BinaryOperator>(&Core);
      Comma && Comma->getOpcode() == BO_Comma)
    return isUnitStep(*Comma->getLHS()) && isUnitStep(*Comma->getRHS());
  // `node = node->next` is one item per iteration, `i += 500` is not.
  const auto *Assign = dyn_cast<BinaryOperator>(&Core);
  return Assign && Assign->getOpcode() == BO_Assign;
}

/// Does a handler of a try block around S, within Scope, go on with the loop?
bool isIsolated(const Stmt &S, const Stmt &Scope,
                const FunctionAnalysis &Analysis) {
  const auto Leaves = [](const Stmt &Handler) {
    const auto *Block = dyn_cast<CompoundStmt>(&Handler);
    if (!Block || Block->body_empty())
      return false;
    const Stmt *Last = Block->body_back();
    while (const auto *Full = dyn_cast<ExprWithCleanups>(Last))
      Last = Full->getSubExpr();
    return isa<CXXThrowExpr, ReturnStmt, CoreturnStmt, BreakStmt, GotoStmt>(
        Last);
  };
  for (const Stmt *Up = &S; Up; Up = Analysis.parent(*Up)) {
    if (const auto *Try = dyn_cast<CXXTryStmt>(Up))
      for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
        if (!Leaves(*Try->getHandler(I)->getHandlerBlock()))
          return true;
    if (Up == &Scope)
      break;
  }
  return false;
}

/// Is S one of several alternatives within Scope?
bool isDispatched(const Stmt &S, const Stmt &Scope,
                  const FunctionAnalysis &Analysis) {
  unsigned Chain = 0;
  const Stmt *Child = &S;
  for (const Stmt *Up = Analysis.parent(S); Up && Child != &Scope;
       Child = Up, Up = Analysis.parent(*Up)) {
    if (const auto *Switch = dyn_cast<SwitchStmt>(Up);
        Switch && Child == Switch->getBody())
      return true;
    const auto *If = dyn_cast<IfStmt>(Up);
    if (!If || (Child != If->getThen() && Child != If->getElse())) {
      Chain = 0;
      continue;
    }
    // The `if`s behind it count, too.
    if (Chain == 0)
      for (const Stmt *Else = If->getElse(); Else; ++Chain) {
        const auto *Next = dyn_cast<IfStmt>(Else);
        Else = Next ? Next->getElse() : nullptr;
        if (!Next)
          break;
      }
    if (++Chain >= 3)
      return true;
  }
  return false;
}

bool locksRows(llvm::StringRef Sql) {
  return Sql.contains_insensitive("skip locked") ||
         Sql.contains_insensitive("for update") ||
         Sql.contains_insensitive("for no key update") ||
         Sql.contains_insensitive("advisory") ||
         Sql.ltrim().starts_with_insensitive("listen ");
}

/// The same of any part of a text that is put together.
bool spellsLock(const Stmt &Text) {
  if (const auto *Literal = dyn_cast<StringLiteral>(&Text))
    return Literal->getCharByteWidth() == 1 && locksRows(Literal->getString());
  return llvm::any_of(Text.children(), [](const Stmt *Child) {
    return Child && spellsLock(*Child);
  });
}

/// Does Function, or what it calls, reach outside, or lock a job in a queue?
bool reachesOutside(const FunctionDecl &Function, TranslationUnit &TU,
                    llvm::SmallPtrSetImpl<const FunctionDecl *> &Seen) {
  // As far as the summaries of database calls go.
  if (Seen.size() > DatabaseCalls::MaxDepth * 8 ||
      !Seen.insert(&Function).second)
    return false;
  return llvm::any_of(callsIn(Function), [&](const Expr *E) {
    if (const auto Model = TU.models().match(*E))
      return reachesOutside(Model->Effects) ||
             llvm::any_of(TU.database().in(Function),
                          [&](const DatabaseCall &Call) {
                            return Call.Call == E && locksRows(Call);
                          });
    const std::optional<CallShape> Shape = shapeOf(*E);
    const FunctionDecl *Body = Shape ? calledBody(*Shape) : nullptr;
    return Body && reachesOutside(*Body, TU, Seen);
  });
}

/// Does Scope do what must not wait for a commit, or lock a job in a queue?
bool holdsMoreThanWrites(const Stmt &Scope, TranslationUnit &TU) {
  for (const Expr *E : callsUnder(Scope)) {
    if (const auto Model = TU.models().match(*E);
        Model && hasForeignEffect(Model->Effects))
      return true;
    const std::optional<DatabaseCall> Call = TU.database().at(*E);
    if (Call && locksRows(*Call))
      return true;
    llvm::SmallPtrSet<const FunctionDecl *, 8> Seen;
    const std::optional<CallShape> Shape = shapeOf(*E);
    if (const FunctionDecl *Body = Shape ? calledBody(*Shape) : nullptr;
        Body && reachesOutside(*Body, TU, Seen))
      return true;
  }
  return false;
}

/// `if (item.id == wanted)`: true for one item, if for any.
bool picksOne(const Expr &Guard, const Loop &L, const FunctionAnalysis &A) {
  const Expr &Core = spelled(Guard);
  const Expr *Left = nullptr, *Right = nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Core)) {
    if (Binary->getOpcode() == BO_LAnd)
      return picksOne(*Binary->getLHS(), L, A) ||
             picksOne(*Binary->getRHS(), L, A);
    if (Binary->getOpcode() == BO_EQ) {
      Left = Binary->getLHS();
      Right = Binary->getRHS();
    }
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core);
             Call && Call->getOperator() == OO_EqualEqual) {
    Left = Call->getArg(0);
    Right = Call->getArg(1);
  }
  if (!Left || !L.Variable)
    return false;
  const auto IsOfItem = [&](const Expr &E) {
    return rootVariable(E) == L.Variable;
  };
  const auto IsVariable = [&](const Expr &E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
    return Ref && isa<VarDecl>(Ref->getDecl()) && Ref->getDecl() != L.Variable;
  };
  return (IsOfItem(*Left) && (IsVariable(*Right) || A.isInvariant(*Right, L)) &&
          !isa<IntegerLiteral>(spelled(*Right)) &&
          !spelled(*Right).getType()->isEnumeralType()) ||
         (IsOfItem(*Right) && IsVariable(*Left));
}

/// A flag, `!started`, that Scope sets.
bool isFlagSetIn(const Expr &Guard, const Stmt &Scope) {
  const Expr *Flag = &spelled(Guard);
  while (const auto *Not = dyn_cast<UnaryOperator>(Flag))
    Flag = &spelled(*Not->getSubExpr());
  return Flag->getType()->isBooleanType() &&
         isa<DeclRefExpr, MemberExpr>(Flag) &&
         anyStmtOutsideLambdas(&Scope, [&](const Stmt &Each) {
           const auto *Assign = dyn_cast<BinaryOperator>(&Each);
           return Assign && Assign->getOpcode() == BO_Assign &&
                  isSameObject(*Assign->getLHS(), *Flag);
         });
}

/// Is S executed for single items only, every N-th, or the first?
bool isSelective(const Expr &S, const Loop &L, const FunctionAnalysis &A,
                 TranslationUnit &TU) {
  return A.isChunkGuarded(S, L) || endsWithSuccess(S, L, TU) ||
         llvm::any_of(A.guardsWithin(S, &L), [&](const Expr *Guard) {
           return picksOne(*Guard, L, A) ||
                  (L.Body && isFlagSetIn(*Guard, *L.Body));
         });
}

bool counts(const Expr &Guard) {
  const Expr &Core = spelled(Guard);
  if (const auto *Not = dyn_cast<UnaryOperator>(&Core))
    return Not->getOpcode() == UO_LNot && counts(*Not->getSubExpr());
  const auto *Binary = dyn_cast<BinaryOperator>(&Core);
  if (Binary && Binary->isLogicalOp())
    return counts(*Binary->getLHS()) || counts(*Binary->getRHS());
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core);
  return (Binary &&
          (Binary->isRelationalOp() || Binary->getOpcode() == BO_Rem)) ||
         (Call && Call->isComparisonOp() &&
          !isa<CXXNullPtrLiteralExpr>(spelled(*Call->getArg(1))));
}

/// In a helper: `if (++pending < 1000) return;` of a counter that is not the
/// loop's.
bool isCounted(const Expr &S, const FunctionAnalysis &Analysis) {
  return llvm::any_of(
      Analysis.guardsWithin(S, nullptr), [&](const Expr *Guard) {
        return counts(*Guard) ||
               isFlagSetIn(*Guard, *Analysis.function().getBody());
      });
}

std::optional<Repetition> repetition(const Expr &S, const Expr *Object,
                                     TranslationUnit &TU) {
  if (Object)
    return repetitionOn(*Object, S, TU);
  for (const Loop *L = TU.innermostLoop(S); L; L = L->Parent)
    if (L->isDataLoop())
      return Repetition{L, std::nullopt};
  const FunctionDecl *Function = TU.functionAround(S);
  std::optional<RepeatedCall> Call =
      Function ? TU.repeatedCall(*Function) : std::nullopt;
  if (!Call)
    return std::nullopt;
  const Loop *In = Call->In;
  return Repetition{In, std::move(Call)};
}

} // namespace

bool isPerItem(const Loop &L, TranslationUnit &TU) {
  if (!L.isDataLoop() || !L.Body)
    return false;
  if (const std::optional<LoopData> Data = dataOf(L, TU))
    return !isFewByNature(*Data->Source, TU);
  if (L.Shape == Loop::Kind::RangeFor || L.Shape == Loop::Kind::Algorithm)
    return true;
  if (const auto *For = dyn_cast<ForStmt>(L.Statement);
      For && For->getInc() && !isUnitStep(*For->getInc()))
    return false;
  // `while (running)` has no end in the data: each message is committed for
  // the sake of its sender.
  return !isFlagCondition(L.condition(), TU.context());
}

SiteConditions conditionsOf(const Expr &S, const Loop *L, TranslationUnit &TU) {
  SiteConditions Result;
  const FunctionDecl *Function = TU.functionAround(S);
  if (!Function)
    return Result;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  Result.Counted = isCounted(S, Analysis);
  const Stmt &Scope = L && L->Body ? *L->Body : *Function->getBody();
  Result.Isolated = isIsolated(S, Scope, Analysis);
  Result.Dispatched = isDispatched(S, Scope, Analysis);
  if (!L)
    return Result;
  Result.InCondition = isInCondition(S, *L, Analysis, TU);
  Result.Selective = isSelective(S, *L, Analysis, TU);
  return Result;
}

bool reachesOutside(const EffectSet &Effects) {
  return Effects.hasAny({Effect::NetRequest, Effect::RpcCall, Effect::RpcStream,
                         Effect::ProcessSpawn, Effect::KvQuery,
                         Effect::KvSyncWrite, Effect::IoMove});
}

bool hasForeignEffect(const EffectSet &Effects) {
  return reachesOutside(Effects) ||
         Effects.hasAny({Effect::NetWait, Effect::NetPoll, Effect::Sleep,
                         Effect::EventLoop, Effect::SemAcquire});
}

bool locksRows(const DatabaseCall &Call) {
  return locksRows(Call.SqlText) || (Call.Sql && spellsLock(*Call.Sql));
}

std::optional<Repetition> commitLoop(const Expr &S, const Expr *Object,
                                     TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(S);
  if (!Function)
    return std::nullopt;
  std::optional<Repetition> Found = repetition(S, Object, TU);
  if (!Found || !isPerItem(*Found->In, TU))
    return std::nullopt;
  const Loop &L = *Found->In;
  const auto IsPartOf = [&](const Expr &At) {
    const SiteConditions Here = conditionsOf(At, &L, TU);
    const Expr *Condition = L.condition();
    return !Here.InCondition && !Here.Selective && !Here.Isolated &&
           !holdsMoreThanWrites(*L.Body, TU) &&
           !(Condition && holdsMoreThanWrites(*Condition, TU));
  };
  // Loops between S and L, such as retries, make no difference; the lambda of
  // an algorithm is a function of its own.
  if (!Found->Call)
    return IsPartOf(S) ? std::move(Found) : std::nullopt;
  const auto IsPartOfFunction = [&](const Expr &At) {
    const SiteConditions Here = conditionsOf(At, nullptr, TU);
    return !Here.Counted && !Here.Isolated &&
           !holdsMoreThanWrites(*TU.functionAround(At)->getBody(), TU);
  };
  return IsPartOf(*Found->Call->Call) && IsPartOfFunction(S) &&
                 llvm::all_of(
                     Found->Call->Path,
                     [&](const Expr *Step) { return IsPartOfFunction(*Step); })
             ? std::move(Found)
             : std::nullopt;
}

} // namespace slowpath
