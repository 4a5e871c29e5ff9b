// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What bounds how many of a Spawn run at once: the parts of Spawns.h that look
// at the code around a spawn, and at what it runs.
#include "checks/models/ApiModels.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Spawns.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/Statements.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

/// Calls of calls are looked into this deep: a lambda calls a member, which
/// runs the loop.
constexpr unsigned MaxDepth = 3;

llvm::StringRef nameOf(const FunctionDecl &Function) {
  return Function.getIdentifier() ? Function.getName() : llvm::StringRef();
}

/// The name of something that goes on until the program ends.
bool isNamedForever(llvm::StringRef Name) {
  static const llvm::Regex Pattern(
      "^(run|loop|serve|listen|poll|exec|main|monitor|watch|consume|dispatch)"
      "(_?(loop|forever|thread|main|server|worker|until.*))?_?$|"
      "(loop|thread|threadfunc|forever|main|worker)(_?(fn|func|proc|entry))?_?"
      "$",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Name);
}

/// The name of something that lets only so many through.
bool isNamedLimit(llvm::StringRef Name) {
  static const llvm::Regex Pattern(
      "acquire|throttl|limit|wait|permit|slot|reap|back_?pressure",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Name);
}

bool isMemberOfThis(const Expr &E) {
  const auto *Member = dyn_cast<MemberExpr>(&spelled(E));
  return Member && isa<CXXThisExpr>(spelled(*Member->getBase()));
}

bool isForeverBody(const Stmt *Body, TranslationUnit &TU, unsigned Depth);

bool isForever(const FunctionDecl &Function, TranslationUnit &TU,
               unsigned Depth) {
  const FunctionDecl *Definition = nullptr;
  if (const Stmt *Body = Function.getBody(Definition))
    return isForeverBody(Body, TU, Depth);
  return isUserCode(Function) && isNamedForever(nameOf(Function));
}

/// `!isInterruptionRequested()`, `keepRunning()`, `!token.isCancelled()`.
bool asksWhetherToStop(const Expr *Condition) {
  static const llvm::Regex Pattern(
      "stop|run|interrupt|cancel|quit|abort|shut|alive|exit|terminat|finish",
      llvm::Regex::IgnoreCase);
  const Expr *Core = &spelled(*Condition);
  if (const auto *Not = dyn_cast<UnaryOperator>(Core);
      Not && Not->getOpcode() == UO_LNot)
    return asksWhetherToStop(Not->getSubExpr());
  const auto *Call = dyn_cast<CallExpr>(Core);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Call->getNumArgs() == 0 && Pattern.match(nameOf(*Callee));
}

/// `queue.pop(job)`, `job = queue.waitAndTake()`: ends when somebody closes it.
bool takesWork(const Stmt *Condition) {
  static const llvm::Regex Pattern("^(try_?)?(pop|take|dequeue|recv|receive|"
                                   "wait|accept)",
                                   llvm::Regex::IgnoreCase);
  // Libraries have cursors of this name.
  static const llvm::Regex Next("^(try_?)?(get_?)?next_?"
                                "(job|task|work|item|request)?_?$",
                                llvm::Regex::IgnoreCase);
  return anyStmtOutsideLambdas(Condition, [](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Callee && (Pattern.match(nameOf(*Callee)) ||
                      (isUserCode(*Callee) && Next.match(nameOf(*Callee))));
  });
}

bool isForeverBody(const Stmt *Body, TranslationUnit &TU, unsigned Depth) {
  return anyStmtOutsideLambdas(Body, [&](const Stmt &S) {
    if (const auto *While = dyn_cast<WhileStmt>(&S))
      return isFlagCondition(While->getCond(), TU.context()) ||
             asksWhetherToStop(While->getCond()) ||
             takesWork(While->getCond()) ||
             takesWork(While->getConditionVariableDeclStmt());
    if (const auto *Do = dyn_cast<DoStmt>(&S)) {
      // `do { … } while (0)` of macros runs once.
      return isFlagCondition(Do->getCond(), TU.context()) &&
             !Do->getBeginLoc().isMacroID();
    }
    if (const auto *For = dyn_cast<ForStmt>(&S))
      return isFlagCondition(For->getCond(), TU.context());
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return false;
    if (const auto Model = TU.models().match(*Call))
      return Model->Effects.has(Effect::EventLoop);
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && Depth < MaxDepth && isUserCode(*Callee) &&
           isForever(*Callee, TU, Depth + 1);
  });
}

/// Is E a count that outlives an iteration: `threads.size()`, `active_`, a
/// local that the loop advances?
bool isRunningCount(const Expr &E, const Stmt &Body, const Loop *In,
                    TranslationUnit &TU) {
  const auto OutlivesBody = [&](const Expr &Object) {
    const VarDecl *Root = rootVariable(Object);
    return Root ? !isDeclaredIn(*Root, Body, TU.context()) &&
                      !(In && Root == In->Variable)
                : isMemberOfThis(Object);
  };
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&E)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    const llvm::StringRef Name = Method ? nameOf(*Method) : "";
    return (Name == "size" || Name == "count" || Name == "length" ||
            Name == "load") &&
           OutlivesBody(*Call->getImplicitObjectArgument());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&E))
    return E.getType()->isIntegerType() && !E.getType()->isBooleanType() &&
           !E.getType().isConstQualified() && isMemberOfThis(*Member);
  const auto *Ref = dyn_cast<DeclRefExpr>(&E);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !OutlivesBody(E))
    return false;
  if (const auto *Record = Var->getType()->getAsCXXRecordDecl())
    return Record->isInStdNamespace() && Record->getName().contains("atomic");
  return Var->getType()->isIntegerType() && !Var->getType()->isBooleanType() &&
         !Var->getType().isConstQualified() &&
         (Var->hasGlobalStorage() ||
          TU.analysis(*TU.functionAround(E)).isModifiedIn(*Var, Body));
}

/// `threads.size() >= limit`, `++started % 8 == 0`.
bool countsWhatRuns(const Expr *Condition, const Stmt &Body, const Loop *In,
                    TranslationUnit &TU) {
  return anyStmtOutsideLambdas(Condition, [&](const Stmt &S) {
    const auto *Binary = dyn_cast<BinaryOperator>(&S);
    if (!Binary)
      return false;
    if (Binary->getOpcode() == BO_Rem)
      return true;
    return Binary->isComparisonOp() &&
           anyStmtOutsideLambdas(Binary, [&](const Stmt &Part) {
             const auto *E = dyn_cast<Expr>(&Part);
             return E && isRunningCount(*E, Body, In, TU);
           });
  });
}

const Expr *conditionOf(const Stmt &S) {
  if (const auto *If = dyn_cast<IfStmt>(&S))
    return If->getCond();
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return While->getCond();
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Do->getCond();
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(&S))
    return Conditional->getCond();
  return nullptr;
}

/// `;`, `{}`, `std::this_thread::yield();`
bool doesNothing(const Stmt &S) {
  if (const auto *Block = dyn_cast<CompoundStmt>(&S))
    return llvm::all_of(Block->body(),
                        [](const Stmt *Each) { return doesNothing(*Each); });
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return isa<NullStmt>(S) ||
         (Callee && llvm::is_contained({"yield", "sched_yield", "_mm_pause"},
                                       nameOf(*Callee)));
}

bool callsLimiter(const Stmt *Body, const Stmt *Except, bool IsCoroutine,
                  TranslationUnit &TU, unsigned Depth) {
  if (!Body || Body == Except)
    return false;
  if (IsCoroutine && isa<CoawaitExpr>(Body))
    return true;
  //   while (pool.full()) std::this_thread::yield();
  if (const auto *Spin = dyn_cast<WhileStmt>(Body);
      Spin && Except && doesNothing(*Spin->getBody()))
    return true;
  if (const auto *E = dyn_cast<Expr>(Body)) {
    const auto Model = TU.models().match(*E);
    if (Model && holdsBack(Model->Effects))
      return true;
    const FunctionDecl *Callee = nullptr;
    llvm::StringRef Name;
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      Callee = Call->getDirectCallee();
      Name = Callee ? nameOf(*Callee) : "";
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      Callee = Construct->getConstructor();
      const auto *Id =
          Construct->getConstructor()->getParent()->getIdentifier();
      Name = Id ? Id->getName() : "";
    }
    // `auto slot = std::make_shared<Slot>(slots);`
    if (const std::optional<CallShape> Shape = shapeOf(*E);
        Shape && Shape->MakesClass)
      if (const FunctionDecl *Made = calledBody(*Shape)) {
        Callee = Made;
        Name = Shape->Class->getIdentifier() ? Shape->Class->getName() : "";
      }
    if (Callee && isUserCode(*Callee)) {
      if (isNamedLimit(Name))
        return true;
      const Stmt *Inner = Depth < MaxDepth ? Callee->getBody() : nullptr;
      if (Inner && callsLimiter(Inner, Except, false, TU, Depth + 1))
        return true;
    }
  }
  if (isa<LambdaExpr>(Body))
    return false;
  return llvm::any_of(Body->children(), [&](const Stmt *Child) {
    return callsLimiter(Child, Except, IsCoroutine, TU, Depth);
  });
}

} // namespace

bool runsForever(const Spawn &S, TranslationUnit &TU) {
  if (S.Target)
    return isForever(*S.Target, TU, 0);
  if (S.What == Spawn::Kind::Process)
    return false;
  // A callable that is not known may do anything.
  const auto *Call = dyn_cast<CXXMemberCallExpr>(S.Site);
  if (!Call || S.Container ||
      llvm::any_of(Call->arguments(), [](const Expr *Argument) {
        return Argument->getType()->isRecordType();
      }))
    return true;
  // `worker->start()`: what an object of a user's class runs is in a method
  // that it overrides.
  QualType Type =
      Call->getImplicitObjectArgument()->IgnoreParenImpCasts()->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class || !Class->getDefinition())
    return true;
  if (!isUserCode(*Class))
    return false;
  bool Known = false;
  for (const CXXMethodDecl *Method : Class->getDefinition()->methods())
    if (Method->size_overridden_methods() > 0 &&
        !isa<CXXDestructorDecl>(Method)) {
      if (isForever(*Method, TU, 0))
        return true;
      Known |= Method->getBody() != nullptr;
    }
  return !Known;
}

bool startsAlways(const Expr &Site, const FunctionAnalysis &Analysis) {
  for (const Stmt *Up = Analysis.parent(Site); Up; Up = Analysis.parent(*Up))
    if (isa<IfStmt, ConditionalOperator, SwitchStmt, CXXCatchStmt>(Up))
      return false;
  return true;
}

bool isNamedStartUp(const FunctionDecl &Function) {
  static const llvm::Regex Pattern(
      "^(re)?(start|open|init|setup|set_up|listen|launch|activate|connect|boot|"
      "spawn_?workers|create_?workers)",
      llvm::Regex::IgnoreCase);
  return isa<CXXConstructorDecl>(Function) || Pattern.match(nameOf(Function));
}

bool startsUpObject(const FunctionDecl &Function) {
  return isa<CXXMethodDecl>(Function) && isNamedStartUp(Function);
}

Spawn::Fate fateInHelper(Spawn &S, TranslationUnit &TU) {
  const FunctionDecl &Function = *TU.functionAround(*S.Site);
  const Stmt &Body = *Function.getBody();
  if (!startsAlways(*S.Site, TU.analysis(Function)) ||
      isThrottled(Body, nullptr, S, TU))
    return Spawn::Fate::Ended;
  return fateOf(S, Body, TU);
}

bool mayHoldBack(const Stmt &Body, const Loop *In, TranslationUnit &TU) {
  return callsLimiter(&Body, nullptr, /*IsCoroutine=*/false, TU, MaxDepth) ||
         anyStmtOutsideLambdas(&Body, [&](const Stmt &Part) {
           return countsWhatRuns(conditionOf(Part), Body, In, TU);
         });
}

bool isToEachClient(const Spawn &S, const LoopData &Data,
                    const ASTContext &Context) {
  static const llvm::Regex Pattern(
      "(sessions|connections|clients|players|participants|members|websockets|"
      "sockets)_?$",
      llvm::Regex::IgnoreCase);
  return S.What == Spawn::Kind::Coroutine &&
         Pattern.match(
             sourceText(Data.Source->getSourceRange(), Context).str());
}

bool takesOff(const Expr &Site, const Loop &In,
              const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  const std::optional<LoopData> Data = dataOf(In, TU);
  return Data && !Analysis.guardsWithin(Site, &In).empty() &&
         anyStmtOutsideLambdas(In.Body, [&](const Stmt &Each) {
           const auto *Call = dyn_cast<CXXMemberCallExpr>(&Each);
           const IdentifierInfo *Name =
               Call && Call->getMethodDecl()
                   ? Call->getMethodDecl()->getIdentifier()
                   : nullptr;
           return Name && Name->isStr("erase") &&
                  isSameObject(*Call->getImplicitObjectArgument(),
                               *Data->Source);
         });
}

bool holdsBack(const EffectSet &Effects) {
  return Effects.hasAny({Effect::SemAcquire, Effect::Limiter, Effect::TaskWait,
                         Effect::TaskWhenAll, Effect::TaskWhenAny,
                         Effect::Sleep, Effect::NetWait, Effect::NetPoll,
                         Effect::EventLoop, Effect::ConcurrencyBound});
}

bool isThrottled(const Stmt &Body, const Loop *In, const Spawn &S,
                 TranslationUnit &TU) {
  const bool IsCoroutine = S.What == Spawn::Kind::Coroutine;
  if (callsLimiter(&Body, S.Site, IsCoroutine, TU, 0))
    return true;
  // A coroutine that waits for its turn costs little; a thread costs all.
  if (IsCoroutine && S.Target &&
      callsLimiter(S.Target->getBody(), nullptr, false, TU, 0))
    return true;
  return anyStmtOutsideLambdas(&Body, [&](const Stmt &Part) {
    return countsWhatRuns(conditionOf(Part), Body, In, TU);
  });
}

} // namespace slowpath
