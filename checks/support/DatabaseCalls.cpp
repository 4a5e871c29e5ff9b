// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/DatabaseCalls.h"
#include "checks/models/CallShape.h"
#include "checks/models/ConstantText.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool isDatabase(const EffectSet &Effects) {
  static const EffectSet Database = [] {
    EffectSet All;
    for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
      if (toString(static_cast<Effect>(I)).starts_with("db."))
        All.add(static_cast<Effect>(I));
    All.add(Effect::PoolAcquire);
    return All;
  }();
  EffectSet Common = Effects;
  Common &= Database;
  return !Common.empty();
}

/// To prepare a write is none.
bool executes(const EffectSet &Effects) {
  return Effects.has(Effect::DbQuery) ||
         Effects.has(Effect::DbAutocommitWrite) ||
         Effects.has(Effect::DbWriteBuffered);
}

bool anyRow(const ApiModels &Models, const CXXRecordDecl &Class, bool OfMethods,
            llvm::ArrayRef<Effect> Wanted) {
  if (!Class.hasDefinition())
    return false;
  const auto Matches = [&](const FunctionDecl *FD) {
    return llvm::any_of(Models.rows(*FD), [&](const ApiModel *Row) {
      return llvm::any_of(Wanted,
                          [&](Effect E) { return Row->Effects.has(E); });
    });
  };
  if (!OfMethods)
    return llvm::any_of(Class.ctors(), Matches);
  if (llvm::any_of(Class.methods(), Matches))
    return true;
  return llvm::any_of(Class.bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
    return Parent && anyRow(Models, *Parent, OfMethods, Wanted);
  });
}

const CXXRecordDecl *classOf(const Expr &Handle) {
  QualType Type = Handle.IgnoreParenImpCasts()->getType();
  if (const QualType Pointee = Type->getPointeeType(); !Pointee.isNull())
    Type = Pointee;
  return Type->getAsCXXRecordDecl();
}

/// pqxx::nontransaction: looks like a transaction, but each statement commits.
bool isAutocommitScope(const CXXRecordDecl &Class, const ApiModels &Models) {
  return anyRow(Models, Class, false, Effect::DbAutocommitScope);
}

/// Can be committed, but begins nothing: what it stands for has begun already.
bool isTransaction(const CXXRecordDecl &Class, const ApiModels &Models) {
  return anyRow(Models, Class, true, {Effect::DbCommit, Effect::DbRollback}) &&
         !anyRow(Models, Class, true, Effect::DbBegin) &&
         !isAutocommitScope(Class, Models);
}

/// The calls and constructions of a body, those in lambdas excepted.
class CallFinder : public RecursiveASTVisitor<CallFinder> {
public:
  llvm::SmallVector<const Expr *, 16> Found;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool shouldTraversePostOrder() const { return true; }
  bool VisitCallExpr(CallExpr *Call) {
    Found.push_back(Call);
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    Found.push_back(Construct);
    return true;
  }
};

bool endsTransactions(llvm::ArrayRef<DatabaseCall> Calls) {
  return llvm::any_of(Calls, [](const DatabaseCall &Call) {
    return Call.Effects.has(Effect::DbBegin) ||
           Call.Effects.has(Effect::DbCommit) ||
           Call.Effects.has(Effect::DbRollback) ||
           Call.Effects.has(Effect::DbTxnTest);
  });
}

/// Is Construct the initialiser of a local object that ends with its scope?
bool isScoped(const Expr &Construct, const FunctionAnalysis &Analysis) {
  const Stmt *Up = &Construct;
  while (Up && isa<Expr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
  if (!Declaration || !Declaration->isSingleDecl())
    return false;
  const auto *Var = dyn_cast<VarDecl>(Declaration->getSingleDecl());
  const CXXRecordDecl *Class =
      Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
  return Class && Var->hasLocalStorage() && Class->hasDefinition() &&
         !Class->hasTrivialDestructor();
}

} // namespace

llvm::SmallVector<const Expr *, 16> callsUnder(const Stmt &S) {
  CallFinder Finder;
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return std::move(Finder.Found);
}

llvm::SmallVector<const Expr *, 16> callsIn(const FunctionDecl &Function) {
  CallFinder Finder;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      Finder.TraverseStmt(Init->getInit());
  Finder.TraverseStmt(Function.getBody());
  return std::move(Finder.Found);
}

std::optional<DatabaseCall> DatabaseCalls::at(const Expr &E) {
  if (std::optional<DatabaseCall> Direct = ofLibrary(E))
    return Direct;
  return throughFunction(E);
}

std::optional<DatabaseCall> DatabaseCalls::ofLibrary(const Expr &E) {
  const ApiModels &Models = TU.models();
  std::optional<ModeledCall> Match = Models.match(E);
  if (!Match || !isDatabase(Match->Effects))
    return std::nullopt;
  DatabaseCall Result;
  Result.Call = &E;
  Result.Model = Match->Model;
  Result.Effects = Match->Effects;
  Result.Handle = Match->Handle;
  Result.Sql = Match->Sql;
  Result.SqlText = std::move(Match->SqlText);
  if (Match->Model->SqlFromHandle && !Match->Sql)
    Result.Statement = Match->Handle;
  findText(Result);
  const bool Writes =
      effectsOfSql(Result.SqlText).has(Effect::DbAutocommitWrite);
  if (const CXXRecordDecl *Class =
          Result.Handle ? classOf(*Result.Handle) : nullptr) {
    Result.InAutocommitScope = isAutocommitScope(*Class, Models);
    if (Writes && Result.InAutocommitScope)
      Result.Effects.add(Effect::DbAutocommitWrite);
    else if (Result.Effects.has(Effect::DbAutocommitWrite) &&
             isTransaction(*Class, Models))
      Result.Effects.remove(Effect::DbAutocommitWrite);
  }
  Result.MayWrite =
      executes(Match->Effects) && (Result.SqlText.empty() || Writes);
  return Result;
}

void DatabaseCalls::findText(DatabaseCall &Call) {
  PrepareCalls Prepares;
  if (Call.Statement)
    Prepares = Texts.before(*Call.Call, *Call.Statement, Call.StatementPath);
  else if (const std::optional<unsigned> At = Call.Model->StatementName;
           At && !Call.Sql) {
    const std::optional<CallShape> Shape = shapeOf(*Call.Call);
    assert(Shape && "a modelled call has a callee");
    if (const Expr *Name = Shape->arg(*At))
      Prepares = Texts.named(*Call.Call, *Name);
  } else
    return;
  const llvm::SmallVector<std::string, 1> Known =
      textsOf(Prepares, TU.models());
  Call.Effects = commonEffects(*Call.Model, Known);
  if (Known.size() == 1)
    Call.SqlText = Known.front();
  if (!Known.empty())
    Call.Prepared = Prepares.front().Call;
}

std::optional<DatabaseCall> DatabaseCalls::throughFunction(const Expr &E) {
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Shape)
    return std::nullopt;
  const FunctionDecl *Body = calledBody(*Shape);
  if (!Body)
    return std::nullopt;
  const llvm::ArrayRef<DatabaseCall> Inner = in(*Body);
  if (Inner.empty())
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Body);

  const auto StartWith = [&](const DatabaseCall &I) {
    DatabaseCall Result;
    Result.Call = &E;
    Result.Model = I.Model;
    Result.Handle = atCaller(connection(I.Handle).Object, *Body, E);
    Result.Path = {I.Call};
    Result.Path.append(I.Path.begin(), I.Path.end());
    Result.OnEveryCall = I.OnEveryCall;
    return Result;
  };
  const auto IsInBranch = [&](const DatabaseCall &I) {
    for (const Stmt *Up = I.Call; Up; Up = Analysis.parent(*Up))
      if (const auto *If = dyn_cast_or_null<IfStmt>(Analysis.parent(*Up));
          If && (If->getThen() == Up || If->getElse() == Up))
        return true;
    return false;
  };
  const auto SetMayWrite = [](DatabaseCall &Call) {
    Call.MayWrite = executes(Call.Model->Effects) &&
                    (Call.SqlText.empty() ||
                     effectsOfSql(Call.SqlText).has(Effect::DbAutocommitWrite));
  };

  for (const DatabaseCall &I : Inner) {
    if (I.Path.size() == MaxDepth)
      continue;
    //   bool Db::exec(const char *sql) { return sqlite3_exec(db_, sql, …); }
    if (const TextParameter From = textParameter(I.Sql, *Body, TU.models())) {
      DatabaseCall Result = StartWith(I);
      Result.Sql = Shape->arg(From.Parameter->getFunctionScopeIndex());
      if (!Result.Sql)
        return std::nullopt;
      Result.Placeholder = From.Placeholder ? From.Placeholder : I.Placeholder;
      Result.SqlText = knownText(*Result.Sql, TU.models()).Text;
      Result.Effects = I.Model->SqlEffects
                           ? effectsOfSql(I.Model->Effects, Result.SqlText)
                           : I.Model->Effects;
      SetMayWrite(Result);
      Result.OnEveryCall &= !IsInBranch(I);
      return Result;
    }
    //   void Statement::run() { sqlite3_step(statement_.get()); }
    if (!I.Statement || !I.SqlText.empty() || endsTransactions(Inner))
      continue;
    DatabaseCall Result = StartWith(I);
    const StatementHandle Handle = statementHandle(I.Statement);
    Result.StatementPath = I.StatementPath;
    const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Handle.Variable);
    if (Parameter && !Handle.Field && Parameter->getDeclContext() == Body)
      Result.Statement = Shape->arg(Parameter->getFunctionScopeIndex());
    else if (!Handle.Variable && Shape->Object) {
      Result.Statement = Shape->Object;
      if (Handle.Field)
        Result.StatementPath.insert(Result.StatementPath.begin(), Handle.Field);
      else if (!isa<CXXThisExpr>(spelled(*I.Statement)))
        continue;
    }
    if (!Result.Statement)
      continue;
    findText(Result);
    SetMayWrite(Result);
    Result.OnEveryCall &= !IsInBranch(I);
    return Result;
  }

  std::optional<DatabaseCall> Result;
  const auto Add = [&](const DatabaseCall &I, Effect What) {
    if (I.Path.size() == MaxDepth)
      return;
    const bool EndsTransaction = What != Effect::DbQuery;
    if (!Result || (EndsTransaction && Result->Effects.has(Effect::DbQuery) &&
                    !Result->Effects.has(Effect::DbBegin) &&
                    !Result->Effects.has(Effect::DbCommit))) {
      EffectSet Before = Result ? Result->Effects : EffectSet();
      Result = StartWith(I);
      Result->Effects = Before;
      if (EndsTransaction)
        // Initialisers of a constructor are not in its body.
        Result->OnEveryCall =
            I.OnEveryCall && (Analysis.runsOnEveryCall(*I.Call) ||
                              !Analysis.contains(*Body->getBody(), *I.Call));
    }
    Result->Effects.add(What);
  };
  const auto Has = [](Effect What) {
    return [What](const DatabaseCall &I) { return I.Effects.has(What); };
  };
  for (const DatabaseCall &I : Inner) {
    const auto ReachedBy = [&](Effect What) {
      return llvm::any_of(llvm::make_filter_range(Inner, Has(What)),
                          [&](const DatabaseCall &Other) {
                            return Analysis.reaches(*Other.Call, *I.Call);
                          });
    };
    const bool IsEnded =
        isScoped(*I.Call, Analysis) ||
        llvm::any_of(llvm::make_filter_range(Inner, Has(Effect::DbCommit)),
                     [&](const DatabaseCall &End) {
                       return Analysis.reaches(*I.Call, *End.Call);
                     });
    if (I.Effects.has(Effect::DbBegin) && !IsEnded)
      Add(I, Effect::DbBegin);
    if (I.Effects.has(Effect::DbCommit) && !ReachedBy(Effect::DbBegin))
      Add(I, Effect::DbCommit);
    if (I.Effects.has(Effect::DbRollback) && !ReachedBy(Effect::DbBegin))
      Add(I, Effect::DbRollback);
    if (I.Effects.has(Effect::DbTxnTest))
      Add(I, Effect::DbTxnTest);
    if (I.Effects.has(Effect::DbQuery) ||
        I.Effects.has(Effect::DbAutocommitWrite))
      Add(I, Effect::DbQuery);
  }
  if (Result)
    Result->MayWrite =
        llvm::any_of(Inner, [](const DatabaseCall &I) { return I.MayWrite; });
  return Result;
}

llvm::ArrayRef<DatabaseCall> DatabaseCalls::in(const FunctionDecl &Function) {
  const FunctionDecl *Body = nullptr;
  if (!Function.hasBody(Body))
    return {};
  if (const auto Known = Calls.find(Body); Known != Calls.end())
    return Known->second;
  // A recursive function does what its other calls do.
  if (!InProgress.insert(Body).second)
    return {};
  std::vector<DatabaseCall> Found;
  for (const Expr *Call : callsIn(*Body))
    if (std::optional<DatabaseCall> Each = at(*Call))
      Found.push_back(std::move(*Each));
  InProgress.erase(Body);
  return Calls[Body] = std::move(Found);
}

bool DatabaseCalls::isOfLibrary(const FunctionDecl &Callee) {
  const SourceManager &SM = TU.context().getSourceManager();
  const auto FileOf = [&](const Decl &D) {
    return SM.getFileID(SM.getExpansionLoc(D.getLocation()));
  };
  if (!TU.isUserCode(Callee.getLocation()))
    return true;
  if (!LibraryFiles) {
    llvm::DenseSet<FileID> Found;
    for (const FunctionDecl *Function : TU.functions())
      for (const DatabaseCall &Call : in(*Function))
        if (Call.Path.empty())
          if (const std::optional<CallShape> Shape = shapeOf(*Call.Call))
            Found.insert(FileOf(*Shape->Callee));
    LibraryFiles = std::move(Found);
  }
  return LibraryFiles->contains(FileOf(Callee));
}

bool DatabaseCalls::commitsWhenDestroyed(const CXXRecordDecl &Class) {
  if (!Class.hasDefinition())
    return false;
  const CXXDestructorDecl *Destructor = Class.getDestructor();
  if (!Destructor)
    return false;
  return llvm::any_of(TU.models().rows(*Destructor),
                      [](const ApiModel *Row) {
                        return Row->Effects.has(Effect::DbCommit);
                      }) ||
         llvm::any_of(in(*Destructor), [](const DatabaseCall &Call) {
           return Call.Effects.has(Effect::DbCommit);
         });
}

} // namespace slowpath
