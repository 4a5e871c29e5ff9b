// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/OpenTransactions.h"
#include "checks/models/CallShape.h"
#include "checks/models/ConstantText.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Callers further away say little about the loop.
constexpr unsigned MaxCallers = 5;

bool isOwnVariable(const VarDecl &Var) {
  return Var.hasLocalStorage() && !isa<ParmVarDecl>(Var);
}

/// Does what the object initialised by E stands for end before S?
bool hasLeftScope(const Expr &E, const Stmt &S,
                  const FunctionAnalysis &Analysis) {
  const VarDecl *Var = initialised(E, Analysis);
  if (!Var || !Var->getType()->isRecordType())
    return false;
  const Stmt *Up = &E;
  while (Up && !isa<CompoundStmt>(Up))
    Up = Analysis.parent(*Up);
  return Up && !Analysis.contains(*Up, S);
}

bool isOverridable(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
         !Method->getParent()->isEffectivelyFinal();
}

class Search {
public:
  Search(const Stmt *IgnoredStmt, TranslationUnit &Unit)
      : Ignored(IgnoredStmt), TU(Unit) {}

  TransactionState at(const Stmt &S, const Expr *Object, unsigned Depth) {
    const FunctionDecl *Function = TU.functionAround(S);
    if (!Function)
      return TransactionState::Unknown;
    const FunctionAnalysis &Analysis = TU.analysis(*Function);
    if (isOpenWithin(S, Object, *Function, Analysis))
      return TransactionState::Open;
    // A connection of this function's own has no transaction from elsewhere.
    const VarDecl *Root = Object ? rootVariable(*Object) : nullptr;
    if (Root && isOwnVariable(*Root) && isOpenedHere(*Root, *Function))
      return TransactionState::Closed;
    if (const LambdaExpr *Lambda = TU.lambdaOf(*Function))
      return aroundLambda(*Lambda, Object, Depth);
    return atCallers(*Function, Object, Depth);
  }

private:
  bool counts(const Expr &E, const FunctionAnalysis &Analysis) const {
    return !Ignored || !Analysis.contains(*Ignored, E);
  }

  const Expr *objectOf(const DatabaseCall &Call) {
    return TU.database().connection(Call.Handle).Object;
  }

  bool isOpenWithin(const Stmt &S, const Expr *Object,
                    const FunctionDecl &Function,
                    const FunctionAnalysis &Analysis) {
    llvm::SmallVector<const DatabaseCall *, 4> Begins, Ends;
    for (const DatabaseCall &Call : TU.database().in(Function)) {
      if (!counts(*Call.Call, Analysis) || areDifferent(Object, objectOf(Call)))
        continue;
      if (Call.Effects.has(Effect::DbTxnTest))
        return true;
      // Rows of COPY and pipelines are not transactions of their own.
      if (Call.Effects.has(Effect::DbBulk) && Analysis.reaches(*Call.Call, S))
        return true;
      if (Call.Effects.has(Effect::DbBegin))
        Begins.push_back(&Call);
      if (Call.Effects.has(Effect::DbCommit) ||
          Call.Effects.has(Effect::DbRollback))
        Ends.push_back(&Call);
    }
    const auto Calls = [](llvm::ArrayRef<const DatabaseCall *> All) {
      llvm::SmallVector<const Stmt *, 4> Result;
      Result.reserve(All.size());
      for (const DatabaseCall *Each : All)
        Result.push_back(Each->Call);
      return Result;
    };
    for (const DatabaseCall *Begin : Begins)
      if (Begin->Call != &S && !hasLeftScope(*Begin->Call, S, Analysis) &&
          Analysis.reachesAvoiding(*Begin->Call, S, Calls(Ends)))
        return true;
    // What is committed or rolled back later was begun before, wherever.
    for (const DatabaseCall *End : Ends)
      if (Analysis.reachesAvoiding(S, *End->Call, Calls(Begins)))
        return true;
    return mayBeginUnseen(S, Object, Function, Analysis);
  }

  /// Is there a call before S that could begin a transaction, of a function
  /// whose body is not known: `begin(db)`, `db_.beginTransaction()`,
  /// `Transaction t(db)`, `ScopedTransaction t;`?
  bool mayBeginUnseen(const Stmt &S, const Expr *Object,
                      const FunctionDecl &Function,
                      const FunctionAnalysis &Analysis) {
    for (const Expr *E : callsUnder(*Function.getBody())) {
      const std::optional<CallShape> Shape = shapeOf(*E);
      if (!Shape)
        continue;
      const auto *Callee = dyn_cast<FunctionDecl>(Shape->Callee);
      if (!Callee || E == &S || TU.database().isOfLibrary(*Callee) ||
          Callee->isDefaulted() || Callee->getBuiltinID() ||
          (Callee->hasBody() && !isOverridable(*Callee)) ||
          !counts(*E, Analysis) || !Analysis.dominates(*E, S) ||
          Analysis.contains(*E, S) || TU.database().at(*E))
        continue;
      if (isa<CXXConstructorDecl>(Callee)) {
        const VarDecl *Var = initialised(*E, Analysis);
        if (Var && !hasLeftScope(*E, S, Analysis) &&
            (usesOf(*Var, Function).empty() || takesConnection(*Shape, Object)))
          return true;
      } else if (takesConnection(*Shape, Object))
        return true;
    }
    return false;
  }

  /// Is the call one on the connection (or on this object, which may own it)
  /// and on nothing else but constants?
  bool takesConnection(const CallShape &Shape, const Expr *Object) {
    const VarDecl *Root = Object ? rootVariable(*Object) : nullptr;
    const auto IsConnection = [&](const Expr &E) {
      const Expr *Given = TU.database().connection(&E).Object;
      if (!Given)
        return false;
      if (isa<CXXThisExpr>(spelled(*Given)))
        return !Root;
      const VarDecl *GivenRoot = rootVariable(*Given);
      return Root ? GivenRoot == Root : Object && isSameObject(*Given, *Object);
    };
    if (Shape.Object && IsConnection(*Shape.Object))
      return true;
    bool Takes = false;
    for (const Expr *Argument : Shape.Args) {
      if (isa<CXXDefaultArgExpr>(Argument))
        continue;
      if (IsConnection(*Argument))
        Takes = true;
      else if (!constantPrefix(*Argument, TU.models()).empty() ||
               (!Argument->isValueDependent() &&
                Argument->isEvaluatable(TU.context())))
        continue;
      else
        return false;
    }
    return Takes;
  }

  bool isOpenedHere(const VarDecl &Var, const FunctionDecl &Function) {
    return llvm::any_of(
        TU.database().in(Function), [&](const DatabaseCall &Call) {
          if (!Call.Effects.has(Effect::DbConnect) &&
              !Call.Effects.has(Effect::PoolAcquire))
            return false;
          if (Call.Handle && rootVariable(*objectOrSelf(Call)) == &Var)
            return true;
          const FunctionAnalysis &Analysis = TU.analysis(Function);
          return initialised(*Call.Call, Analysis) == &Var;
        });
  }

  const Expr *objectOrSelf(const DatabaseCall &Call) {
    const Expr *Object = objectOf(Call);
    return Object ? Object : Call.Handle;
  }

  TransactionState aroundLambda(const LambdaExpr &Lambda, const Expr *Object,
                                unsigned Depth) {
    const FunctionDecl *Outer = TU.functionAround(Lambda);
    if (!Outer || Depth == MaxCallers)
      return TransactionState::Unknown;
    const FunctionAnalysis &Around = TU.analysis(*Outer);
    const Stmt *Up = Around.parent(Lambda);
    while (Up && isa<Expr>(Up) && !isa<CallExpr>(Up) &&
           !(isa<CXXConstructExpr>(Up) && !cast<CXXConstructExpr>(Up)
                                               ->getConstructor()
                                               ->isCopyOrMoveConstructor()))
      Up = Around.parent(*Up);
    bool RunsHere = false;
    if (const auto *Receiver = dyn_cast_or_null<CallExpr>(Up)) {
      const std::optional<ModeledCall> Model = TU.models().match(*Receiver);
      const FunctionDecl *Callee = Receiver->getDirectCallee();
      if (Model && Model->Model->CallbackScope)
        return TransactionState::Open;
      RunsHere = (Model && Model->Effects.has(Effect::CallbackPerItem)) ||
                 (Callee && TU.lambdaOf(*Callee) == &Lambda);
      if (!RunsHere && Callee && !Model) {
        const FunctionDecl *Body = nullptr;
        const bool IsOurs = TU.isUserCode(Callee->getLocation());
        if (IsOurs && !Callee->hasBody(Body))
          return TransactionState::Open; // inTransaction([&] { … })
        if (IsOurs)
          for (const DatabaseCall &Call : TU.database().in(*Body))
            if (Call.Effects.has(Effect::DbBegin))
              return TransactionState::Open;
        RunsHere = IsOurs;
      }
    }
    const TransactionState Outside = at(Lambda, Object, Depth + 1);
    if (Outside == TransactionState::Open || RunsHere)
      return Outside;
    return atCallers(*Lambda.getCallOperator(), Object, Depth);
  }

  TransactionState atCallers(const FunctionDecl &Function, const Expr *Object,
                             unsigned Depth) {
    if (Function.isMain())
      return TransactionState::Closed;
    if (Depth == MaxCallers)
      return TransactionState::Unknown;
    bool AllClosed = true, Any = false;
    const auto Visit = [&](const FunctionDecl &Called) {
      for (const Expr *Call : TU.callsOf(Called)) {
        const FunctionDecl *Caller = TU.functionAround(*Call);
        if (!Caller || !Seen.insert({Call, Depth}).second)
          continue;
        Any = true;
        const Expr *There = atCaller(Object, Function, *Call);
        if (There)
          There = TU.database().connection(There).Object;
        const TransactionState State = at(*Call, There, Depth + 1);
        if (State == TransactionState::Open)
          return true;
        AllClosed &= State == TransactionState::Closed;
      }
      return false;
    };
    if (Visit(Function))
      return TransactionState::Open;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
      for (const CXXMethodDecl *Overridden : Method->overridden_methods())
        if (Visit(*Overridden))
          return TransactionState::Open;
    // A caller here that has none is reason enough, though there may be others.
    return Any && AllClosed ? TransactionState::Closed
                            : TransactionState::Unknown;
  }

  const Stmt *Ignored;
  TranslationUnit &TU;
  llvm::DenseSet<std::pair<const Expr *, unsigned>> Seen;
};

bool isInMemory(const Expr &Text, const ApiModels &Models) {
  const std::string Name = constantPrefix(Text, Models);
  const llvm::StringRef Path = Name;
  return Path.contains(":memory:") || Path.contains("mode=memory");
}

bool opensInMemory(const Expr &E, const ApiModels &Models) {
  const std::optional<CallShape> Shape = shapeOf(E);
  return Shape && llvm::any_of(Shape->Args, [&](const Expr *Argument) {
           return !isa<CXXDefaultArgExpr>(Argument) &&
                  isInMemory(*Argument, Models);
         });
}

bool isOnThrowAway(const Expr *Object, const FunctionDecl &Function,
                   TranslationUnit &TU, unsigned Depth) {
  DatabaseCalls &Database = TU.database();
  for (const FunctionDecl *Each : TU.functions())
    for (const DatabaseCall &Call : Database.in(*Each)) {
      if (!makesThrowAway(Call, TU.models()))
        continue;
      const Connection To = Database.connection(Call.Handle);
      if (!areDifferent(Object, To.Object))
        return true;
    }
  const VarDecl *Root = Object ? rootVariable(*Object) : nullptr;
  if (!Root)
    return false;
  //   Database db(":memory:");   db.open(":memory:");   of the project's own
  if (const Expr *Init = Root->getInit())
    for (const Expr *Call : callsUnder(*Init))
      if (opensInMemory(*Call, TU.models()))
        return true;
  if (isOwnVariable(*Root) && Function.hasBody())
    for (const Expr *Call : callsUnder(*Function.getBody())) {
      const std::optional<CallShape> Shape = shapeOf(*Call);
      if (Shape && Shape->Object && rootVariable(*Shape->Object) == Root &&
          opensInMemory(*Call, TU.models()))
        return true;
    }
  if (!isa<ParmVarDecl>(Root) || Depth == MaxCallers)
    return false;
  return llvm::any_of(TU.callsOf(Function), [&](const Expr *Call) {
    const FunctionDecl *Caller = TU.functionAround(*Call);
    const Expr *There = atCaller(Object, Function, *Call);
    return Caller && There &&
           isOnThrowAway(Database.connection(There).Object, *Caller, TU,
                         Depth + 1);
  });
}

} // namespace

TransactionState transactionAt(const Stmt &S, const Expr *Object,
                               const Stmt *Ignored, TranslationUnit &TU) {
  return Search(Ignored, TU).at(S, Object, 0);
}

bool makesThrowAway(const DatabaseCall &Call, const ApiModels &Models) {
  const llvm::StringRef Sql = Call.SqlText;
  const bool IsUnsynced =
      Sql.contains_insensitive("synchronous") &&
      (Sql.contains_insensitive("off") || Sql.contains('0'));
  const bool Opens =
      Call.Effects.has(Effect::DbConnect) || Call.Effects.has(Effect::DbConfig);
  if (IsUnsynced || (Opens && opensInMemory(*Call.Call, Models)))
    return true;
  // A file without a name is gone with its connection.
  const std::optional<CallShape> Shape = shapeOf(*Call.Call);
  const Expr *File = Shape && Call.Effects.has(Effect::DbConnect) &&
                             Call.Path.empty() && Call.Model->Embedded
                         ? Shape->arg(0)
                         : nullptr;
  if (!File)
    return false;
  const KnownText Name = knownText(*File, Models);
  return Name.Complete && Name.Text.empty();
}

bool beginsAnywhere(llvm::StringRef Library, TranslationUnit &TU) {
  return llvm::any_of(TU.functions(), [&](const FunctionDecl *Function) {
    return llvm::any_of(TU.database().in(*Function),
                        [&](const DatabaseCall &Call) {
                          return Call.Effects.has(Effect::DbBegin) &&
                                 Call.Model->Library == Library;
                        });
  });
}

const FunctionDecl *neighbourThatBegins(const FunctionDecl &Function,
                                        const Expr *Object,
                                        TranslationUnit &TU) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || !Object || rootVariable(*Object) ||
      isa<CXXThisExpr>(spelled(*Object)))
    return nullptr;
  DatabaseCalls &Database = TU.database();
  const auto IsOnObject = [&](const DatabaseCall &Call) {
    const Expr *Other = Database.connection(Call.Handle).Object;
    return Other && isSameObject(*Other, *Object);
  };
  for (const CXXMethodDecl *Other : Method->getParent()->methods()) {
    const FunctionDecl *Body = nullptr;
    if (!Other->hasBody(Body) || Body == &Function)
      continue;
    const llvm::ArrayRef<DatabaseCall> Calls = Database.in(*Body);
    const FunctionAnalysis &Analysis = TU.analysis(*Body);
    for (const DatabaseCall &Begin : Calls) {
      if (!Begin.Effects.has(Effect::DbBegin) || !IsOnObject(Begin))
        continue;
      const bool Ends = llvm::any_of(Calls, [&](const DatabaseCall &End) {
        return End.Effects.has(Effect::DbCommit) &&
               Analysis.reaches(*Begin.Call, *End.Call);
      });
      if (Ends && llvm::any_of(Calls, [&](const DatabaseCall &Write) {
            const Loop *L = TU.innermostLoop(*Write.Call);
            return Write.MayWrite && L && L->isDataLoop() &&
                   Analysis.reaches(*Begin.Call, *Write.Call);
          }))
        return Body;
    }
  }
  return nullptr;
}

bool isThrowAway(const Expr *Object, const FunctionDecl &Function,
                 TranslationUnit &TU) {
  return isOnThrowAway(Object, Function, TU, 0);
}

} // namespace slowpath
