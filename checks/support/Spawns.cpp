// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Spawns.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
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

/// Calls Predicate for every statement under S, but for bodies of lambdas,
/// until it returns true. Returns whether it did.
template <typename P> bool anyStmt(const Stmt *S, P Predicate) {
  if (!S)
    return false;
  if (Predicate(*S))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return anyStmt(Child, Predicate);
  });
}

bool isUserCode(const Decl &D) {
  return TranslationUnit::of(D.getASTContext())->isUserCode(D.getLocation());
}

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

/// The call operator, function or coroutine that Argument names, or null.
const FunctionDecl *callableOf(const Expr &Argument, const Expr *&Callable,
                               unsigned Depth = 0) {
  const Expr *Core = &spelled(Argument);
  if (const auto *Address = dyn_cast<UnaryOperator>(Core);
      Address && Address->getOpcode() == UO_AddrOf)
    Core = &spelled(*Address->getSubExpr());
  const auto Is = [&](const FunctionDecl *Target) {
    Callable = &spelled(Argument);
    return Target;
  };
  if (const auto *Lambda = dyn_cast<LambdaExpr>(Core))
    return Is(Lambda->getCallOperator());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Core)) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return Is(Function);
    //   const auto work = [&] { … };
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (Var && Var->hasInit())
      if (const auto *Lambda = dyn_cast<LambdaExpr>(&spelled(*Var->getInit())))
        return Is(Lambda->getCallOperator());
    return nullptr;
  }
  //   std::bind(work, item), a coroutine: session(item)
  const auto *Call = dyn_cast<CallExpr>(Core);
  if (!Call || Depth > 1 || isa<CXXOperatorCallExpr>(Call))
    return nullptr;
  for (const Expr *Inner : Call->arguments())
    if (const FunctionDecl *Target = callableOf(*Inner, Callable, Depth + 1))
      return Is(Target);
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && isUserCode(*Callee) && Call->getType()->isRecordType()
             ? Is(Callee)
             : nullptr;
}

/// Does a constructor of Record start a thread or process? Gives its row.
const ApiModel *startingRow(const CXXRecordDecl &Record,
                            const ApiModels &Models) {
  for (const Decl *Member : Record.decls()) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Member))
      Member = Template->getTemplatedDecl();
    const auto *Constructor = dyn_cast<CXXConstructorDecl>(Member);
    if (!Constructor || Constructor->isCopyOrMoveConstructor())
      continue;
    for (const ApiModel *Row : Models.rows(*Constructor))
      if (Row->Effects.has(Effect::ThreadSpawn) ||
          Row->Effects.has(Effect::ProcessSpawn))
        return Row;
  }
  return nullptr;
}

/// `container.emplace_back(…)`: the container, the class that it constructs
/// from the arguments, and how many of these are a key.
struct Emplacement {
  const Expr *Container = nullptr;
  const CXXRecordDecl *Element = nullptr;
  unsigned Keys = 0;
};

std::optional<Emplacement> emplacementOf(const CallExpr &Call) {
  Emplacement Result;
  const Expr *Callee = Call.getCallee()->IgnoreParenImpCasts();
  DeclarationName Member;
  QualType Type;
  if (const auto *Resolved = dyn_cast<MemberExpr>(Callee)) {
    Member = Resolved->getMemberDecl()->getDeclName();
    Result.Container = Resolved->getBase();
    Type = Result.Container->getType();
  } else if (const auto *Open = dyn_cast<UnresolvedMemberExpr>(Callee);
             Open && !Open->isImplicitAccess()) {
    // In templates, where the arguments are dependent.
    Member = Open->getMemberName();
    Result.Container = Open->getBase();
    Type = Open->getBaseType();
  }
  const IdentifierInfo *Name = Member.getAsIdentifierInfo();
  if (!Name ||
      !(Name->getName().starts_with("emplace") || Name->isStr("try_emplace")))
    return std::nullopt;
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Class)
    return std::nullopt;
  const TemplateArgumentList &Args = Class->getTemplateArgs();
  // A map's second argument is the element, a sequence's its allocator.
  for (unsigned I = 2; I-- > 0;)
    if (I < Args.size() && Args[I].getKind() == TemplateArgument::Type)
      if (const auto *Element = Args[I].getAsType()->getAsCXXRecordDecl();
          Element && !Element->getName().contains("allocator")) {
        Result.Element = Element;
        Result.Keys = I;
        return Result;
      }
  return std::nullopt;
}

bool isStarted(const EffectSet &Effects, Spawn &S) {
  if (Effects.has(Effect::TaskWait) || Effects.has(Effect::PoolCreate) ||
      Effects.has(Effect::NetSessionCreate) ||
      Effects.has(Effect::NetConnect) || Effects.has(Effect::RpcCall))
    return false;
  if (Effects.has(Effect::ThreadSpawn))
    S.What = Spawn::Kind::Thread;
  else if (Effects.has(Effect::ProcessSpawn))
    S.What = Spawn::Kind::Process;
  else if (Effects.has(Effect::TaskUnlimited))
    S.What = Spawn::Kind::Coroutine;
  else
    return false;
  return true;
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
  return anyStmt(Condition, [](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Callee && Pattern.match(nameOf(*Callee));
  });
}

bool isForeverBody(const Stmt *Body, TranslationUnit &TU, unsigned Depth) {
  return anyStmt(Body, [&](const Stmt &S) {
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

bool holdsBack(const EffectSet &Effects) {
  return llvm::any_of(
      std::initializer_list<Effect>{
          Effect::SemAcquire, Effect::Limiter, Effect::TaskWait,
          Effect::TaskWhenAll, Effect::TaskWhenAny, Effect::Sleep,
          Effect::NetWait, Effect::NetPoll, Effect::EventLoop,
          Effect::ConcurrencyBound},
      [&](Effect E) { return Effects.has(E); });
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
  return anyStmt(Condition, [&](const Stmt &S) {
    const auto *Binary = dyn_cast<BinaryOperator>(&S);
    if (!Binary)
      return false;
    if (Binary->getOpcode() == BO_Rem)
      return true;
    return Binary->isComparisonOp() && anyStmt(Binary, [&](const Stmt &Part) {
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

bool callsLimiter(const Stmt *Body, const Stmt *Except, bool IsCoroutine,
                  TranslationUnit &TU, unsigned Depth) {
  if (!Body || Body == Except)
    return false;
  if (IsCoroutine && isa<CoawaitExpr>(Body))
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

/// The local variable that Declaration initialises with Site.
const VarDecl *initialisedBy(const DeclStmt &Declaration, const Expr &Site,
                             const FunctionAnalysis &Analysis) {
  for (const Decl *D : Declaration.decls())
    if (const auto *Var = dyn_cast<VarDecl>(D);
        Var && Var->hasInit() && Analysis.contains(*Var->getInit(), Site))
      return Var;
  return nullptr;
}

} // namespace

std::optional<Spawn> spawnAt(const Expr &E, TranslationUnit &TU) {
  const ApiModels &Models = TU.models();
  Spawn S;
  S.Site = &E;
  const auto *Call = dyn_cast<CallExpr>(&E);
  llvm::ArrayRef<const Expr *> Arguments;
  if (Call)
    Arguments = llvm::ArrayRef(Call->getArgs(), Call->getNumArgs());
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    Arguments = llvm::ArrayRef(Construct->getArgs(), Construct->getNumArgs());
  const auto *Open = dyn_cast<CXXUnresolvedConstructExpr>(&E);
  if (Open)
    Arguments = llvm::ArrayRef(
        const_cast<CXXUnresolvedConstructExpr *>(Open)->arg_begin(),
        Open->getNumArgs());
  if (const auto Model = Models.match(E)) {
    if (!isStarted(Model->Effects, S))
      return std::nullopt;
    S.Model = Model->Model;
  } else if (Call) {
    //   threads.emplace_back(work, item);
    const std::optional<Emplacement> Emplaced = emplacementOf(*Call);
    const ApiModel *Row = Emplaced && Emplaced->Element->hasDefinition()
                              ? startingRow(*Emplaced->Element, Models)
                              : nullptr;
    if (!Row || Arguments.size() <= Emplaced->Keys ||
        !isStarted(Row->Effects, S) ||
        Arguments.size() - Emplaced->Keys < Row->MinArgs)
      return std::nullopt;
    Arguments = Arguments.drop_front(Emplaced->Keys);
    // Moving a thread into the container starts nothing.
    if (const auto *Given = Arguments.front()->getType()->getAsCXXRecordDecl();
        Given && declaresSameEntity(Given, Emplaced->Element))
      return std::nullopt;
    S.Model = Row;
    S.Container = Emplaced->Container;
  } else if (Open && Open->getTypeAsWritten()->getAsCXXRecordDecl() &&
             Open->getTypeAsWritten()->getAsCXXRecordDecl()->hasDefinition()) {
    //   std::thread(work, item) with an item of a dependent type
    S.Model =
        startingRow(*Open->getTypeAsWritten()->getAsCXXRecordDecl(), Models);
    if (!S.Model || Arguments.size() < S.Model->MinArgs ||
        !isStarted(S.Model->Effects, S))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  for (const auto &[Index, Argument] : llvm::enumerate(Arguments))
    if ((S.Target = callableOf(*Argument, S.Callable))) {
      S.Arguments = Arguments.drop_front(Index + 1);
      return S;
    }
  if (S.Model->HandleAt != ApiModel::Place::This)
    return S;
  //   QThread::create(work)->start();
  S.StartsObject = true;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E)) {
    const Expr *Object = &spelled(*Member->getImplicitObjectArgument());
    if (const VarDecl *Var = rootVariable(*Object); Var && Var->hasInit())
      Object = &spelled(*Var->getInit());
    if (const auto *Maker = dyn_cast<CallExpr>(Object))
      for (const Expr *Argument : Maker->arguments())
        if ((S.Target = callableOf(*Argument, S.Callable)))
          break;
  }
  return S;
}

bool holdsRunning(QualType T, const ApiModels &Models) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (const auto *Pointer = T->getAs<PointerType>())
    T = Pointer->getPointeeType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (Record && Record->isInStdNamespace() &&
      Record->getName().ends_with("_ptr"))
    if (const auto *Smart = dyn_cast<ClassTemplateSpecializationDecl>(Record);
        Smart && Smart->getTemplateArgs().size() > 0 &&
        Smart->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
      Record = Smart->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return false;
  const auto Runs = [&](const CXXRecordDecl &Class) {
    return startingRow(Class, Models) ||
           llvm::any_of(Class.methods(), [&](const CXXMethodDecl *Method) {
             return llvm::any_of(Models.rows(*Method), [](const ApiModel *Row) {
               return Row->Effects.has(Effect::ThreadSpawn) ||
                      Row->Effects.has(Effect::ProcessSpawn) ||
                      Row->Effects.has(Effect::TaskWait);
             });
           });
  };
  bool Found = Runs(*Record);
  Record->forallBases([&](const CXXRecordDecl *Base) {
    Found |= Base->getDefinition() && Runs(*Base->getDefinition());
    return !Found;
  });
  return Found || llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
           const auto *Part = Field->getType()->getAsCXXRecordDecl();
           return Part && Part->getDefinition() && Runs(*Part->getDefinition());
         });
}

Spawn::Fate fateOf(Spawn &S, const Stmt &Body, TranslationUnit &TU) {
  using Fate = Spawn::Fate;
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(*S.Site));
  // `thread->start()`: a thread object that already was there is an actor, one
  // made here is started and left alone.
  if (S.StartsObject) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(S.Site);
    const Expr *Object = Call ? Call->getImplicitObjectArgument() : nullptr;
    const VarDecl *Root = Object ? rootVariable(*Object) : nullptr;
    if (Object && isa<CallExpr, CXXNewExpr>(spelled(*Object)))
      return Fate::Kept;
    return Root && isa<DeclRefExpr>(spelled(*Object)) && Root->hasInit() &&
                   isDeclaredIn(*Root, Body, TU.context()) &&
                   isa<CallExpr, CXXNewExpr>(spelled(*Root->getInit()))
               ? Fate::Kept
               : Fate::Replaced;
  }
  if (S.Container || S.Model->HandleAt != ApiModel::Place::Result)
    return Fate::Kept;

  const Stmt *Child = S.Site;
  for (const Stmt *Up = Analysis.parent(*Child); Up;
       Child = Up, Up = Analysis.parent(*Up)) {
    if (isa<CXXNewExpr, InitListExpr, CoyieldExpr>(Up))
      return Fate::Kept;
    if (isa<ReturnStmt, CoreturnStmt>(Up))
      return Fate::Returned;
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(Up)) {
      if (Assign->getOperator() != OO_Equal)
        return Fate::Kept;
      const Expr &Left = spelled(*Assign->getArg(0));
      if (isa<CXXOperatorCallExpr, ArraySubscriptExpr>(Left)) {
        S.Container = isa<CXXOperatorCallExpr>(Left)
                          ? cast<CXXOperatorCallExpr>(Left).getArg(0)
                          : cast<ArraySubscriptExpr>(Left).getBase();
        return Fate::Kept;
      }
      return Fate::Replaced;
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Up)) {
      const auto Model = TU.models().match(*Call);
      if (Model && Model->Effects.has(Effect::TaskDetach)) {
        S.IsDetached = true;
        return Fate::Kept;
      }
      if (Model && Model->Effects.has(Effect::TaskWait))
        return Fate::Ended;
      if (!isa<MemberExpr>(Child))
        S.Container = Call->getImplicitObjectArgument();
      return Fate::Kept;
    }
    if (isa<CallExpr>(Up))
      return Fate::Kept;
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      const VarDecl *Var = initialisedBy(*Declaration, *S.Site, Analysis);
      if (!Var || Var->hasGlobalStorage())
        return Fate::Replaced;
      // Kept if it is moved away or detached later in the iteration.
      const bool Leaves = anyStmt(&Body, [&](const Stmt &Part) {
        const auto *Call = dyn_cast<CallExpr>(&Part);
        if (!Call) {
          const auto *Return = dyn_cast<ReturnStmt>(&Part);
          return Return && Return->getRetValue() &&
                 rootVariable(*Return->getRetValue()) == Var;
        }
        if (const auto Model = TU.models().match(*Call);
            Model && Model->Handle && rootVariable(*Model->Handle) == Var) {
          S.IsDetached |= Model->Effects.has(Effect::TaskDetach);
          return S.IsDetached;
        }
        return llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
          return rootVariable(*Argument) == Var;
        });
      });
      return Leaves ? Fate::Kept : Fate::Ended;
    }
    if (!isa<Expr>(Up))
      break;
  }
  return Fate::Ended;
}

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

bool isThrottled(const Stmt &Body, const Loop *In, const Spawn &S,
                 TranslationUnit &TU) {
  const bool IsCoroutine = S.What == Spawn::Kind::Coroutine;
  if (callsLimiter(&Body, S.Site, IsCoroutine, TU, 0))
    return true;
  // A coroutine that waits for its turn costs little; a thread costs all.
  if (IsCoroutine && S.Target &&
      callsLimiter(S.Target->getBody(), nullptr, false, TU, 0))
    return true;
  return anyStmt(&Body, [&](const Stmt &Part) {
    return countsWhatRuns(conditionOf(Part), Body, In, TU);
  });
}

} // namespace slowpath
