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

/// One step behind `&x`, `*x`, `x->`, casts and copies, or null.
const Expr *behind(const Expr &E) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E);
      Unary &&
      (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref))
    return Unary->getSubExpr();
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E))
    return Cast->getSubExpr();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
      Operator && Operator->getNumArgs() == 1)
    return Operator->getArg(0);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E);
      Construct && Construct->getNumArgs() == 1 &&
      Construct->getConstructor()->isCopyOrMoveConstructor())
    return Construct->getArg(0);
  return nullptr;
}

/// The parameter of Function that E hands on as text: `sql`, `sql.c_str()`,
/// `QString(sql)`, a local made from one of them.
const ParmVarDecl *textParameter(const Expr *E, const FunctionDecl &Function) {
  for (unsigned Step = 0; E && Step < 8; ++Step) {
    E = &spelled(*E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl()))
        return Parameter->getDeclContext() == &Function ? Parameter : nullptr;
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      E = Var && Var->hasLocalStorage() ? Var->getInit() : nullptr;
    } else if (const Expr *Inner = behind(*E))
      E = Inner;
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
             Call && Call->getNumArgs() == 0)
      E = Call->getImplicitObjectArgument();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
             Construct && Construct->getNumArgs() >= 1 &&
             isString(Construct->getType()))
      E = Construct->getArg(0);
    else
      return nullptr;
  }
  return nullptr;
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

bool isConstant(const Expr &Argument, const ASTContext &Context) {
  return isa<CXXDefaultArgExpr>(Argument) ||
         !constantPrefix(Argument).empty() ||
         (!Argument.isValueDependent() && Argument.isEvaluatable(Context));
}

/// The object or argument a transaction or statement is made for: the first of
/// class or pointer type that is no text.
const Expr *madeFor(const CallShape &Shape) {
  for (const Expr *Argument : Shape.Args) {
    const QualType Type = Argument->getType().getNonReferenceType();
    if (!isString(Type) && (Type->isRecordType() ||
                            (Type->isPointerType() &&
                             !Type->getPointeeType()->isAnyCharacterType())))
      return Argument;
  }
  return Shape.Object;
}

} // namespace

llvm::SmallVector<const Expr *, 16> callsUnder(const Stmt &S) {
  CallFinder Finder;
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return std::move(Finder.Found);
}

bool areDifferent(const Expr *A, const Expr *B) {
  if (!A || !B)
    return false;
  const auto Named = [](const Expr &E) -> const ValueDecl * {
    const Expr &Core = spelled(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
      return dyn_cast<VarDecl>(Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(&Core);
        Member && isa<CXXThisExpr>(spelled(*Member->getBase())))
      return dyn_cast<FieldDecl>(Member->getMemberDecl());
    return nullptr;
  };
  const ValueDecl *NamedA = Named(*A), *NamedB = Named(*B);
  return NamedA && NamedB && isa<VarDecl>(NamedA) == isa<VarDecl>(NamedB) &&
         NamedA->getCanonicalDecl() != NamedB->getCanonicalDecl() &&
         NamedA->getType().getNonReferenceType().getCanonicalType() ==
             NamedB->getType().getNonReferenceType().getCanonicalType();
}

const Expr *atCaller(const Expr *Object, const FunctionDecl &Callee,
                     const Expr &E) {
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Object || !Shape)
    return nullptr;
  const VarDecl *Root = rootVariable(*Object);
  if (!Root)
    return Shape->Object ? Shape->Object : madeFor(*Shape);
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Root)) {
    const auto *Of = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    return Of && declaresSameEntity(Of, &Callee)
               ? Shape->arg(Parameter->getFunctionScopeIndex())
               : nullptr;
  }
  return Root->hasGlobalStorage() ? Object : nullptr;
}

std::optional<DatabaseCall> DatabaseCalls::at(const Expr &E) {
  if (std::optional<DatabaseCall> Direct = ofLibrary(E))
    return Direct;
  return throughFunction(E);
}

std::optional<DatabaseCall> DatabaseCalls::ofLibrary(const Expr &E) const {
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
  Result.MayWrite = !Result.SqlText.empty()
                        ? Writes
                        : Result.Effects.has(Effect::DbQuery) ||
                              Result.Effects.has(Effect::DbAutocommitWrite) ||
                              Result.Effects.has(Effect::DbWriteBuffered);
  return Result;
}

std::optional<DatabaseCall> DatabaseCalls::throughFunction(const Expr &E) {
  const std::optional<CallShape> Shape = shapeOf(E);
  const auto *Callee = Shape ? dyn_cast<FunctionDecl>(Shape->Callee) : nullptr;
  const FunctionDecl *Body = nullptr;
  if (!Callee || !Callee->hasBody(Body) || Body->isDefaulted() ||
      !TU.isUserCode(Body->getLocation()))
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

  //   bool Db::exec(const char *sql) { return sqlite3_exec(db_, sql, …); }
  for (const DatabaseCall &I : Inner) {
    const ParmVarDecl *Parameter = textParameter(I.Sql, *Body);
    if (!Parameter || I.Path.size() == MaxDepth)
      continue;
    DatabaseCall Result = StartWith(I);
    Result.Sql = Shape->arg(Parameter->getFunctionScopeIndex());
    if (!Result.Sql)
      return std::nullopt;
    Result.SqlText = knownText(*Result.Sql).Text;
    Result.Effects = I.Model->SqlEffects
                         ? effectsOfSql(*I.Model, Result.SqlText)
                         : I.Model->Effects;
    Result.MayWrite =
        Result.SqlText.empty() ||
        effectsOfSql(Result.SqlText).has(Effect::DbAutocommitWrite);
    for (const Stmt *Up = I.Call; Up; Up = Analysis.parent(*Up)) {
      const Stmt *Around = Analysis.parent(*Up);
      const auto *If = dyn_cast_or_null<IfStmt>(Around);
      if (If && (If->getThen() == Up || If->getElse() == Up))
        Result.OnEveryCall = false;
    }
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
  const auto Collect = [&](const Stmt *S) {
    for (const Expr *Call : callsUnder(*S))
      if (std::optional<DatabaseCall> Each = at(*Call))
        Found.push_back(std::move(*Each));
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Body))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      if (Init->getInit())
        Collect(Init->getInit());
  Collect(Body->getBody());
  InProgress.erase(Body);
  return Calls[Body] = std::move(Found);
}

Connection DatabaseCalls::connection(const Expr *Handle) {
  Connection Result{nullptr, Handle};
  for (unsigned Step = 0; Handle && Step < 12; ++Step) {
    const Expr &E = spelled(*Handle);
    Result.Object = &E;
    if (const Expr *Inner = behind(E)) {
      Handle = Inner;
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E)) {
      if (Member->getNumArgs() != 0)
        return Result;
      const std::optional<ModeledCall> Made = TU.models().match(E);
      Handle = Member->getImplicitObjectArgument();
      if (Made && Made->Effects.has(Effect::DbBegin))
        Result.Spelled = Handle;
    } else if (const auto *Part = dyn_cast<MemberExpr>(&E);
               Part && isa<FieldDecl>(Part->getMemberDecl()) &&
               !TU.isUserCode(Part->getMemberDecl()->getLocation())) {
      //   sql.prepare << "INSERT …", of soci::session
      Handle = Part->getBase();
      Result.Spelled = Handle;
    } else if (const auto *Call = dyn_cast<CallExpr>(&E)) {
      //   QSqlDatabase::database("settings")
      if (llvm::all_of(Call->arguments(), [&](const Expr *Argument) {
            return isConstant(*Argument, TU.context());
          }))
        Result.Object = nullptr;
      return Result;
    } else {
      const auto *Ref = dyn_cast<DeclRefExpr>(&E);
      const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      // The element of a loop is another one in each iteration.
      if (!Var || isa<ParmVarDecl>(Var) || !Var->hasLocalStorage() ||
          Var->isCXXForRangeDecl())
        return Result;
      bool IsAmbient = false;
      const Expr *Source = madeFrom(*Var, IsAmbient);
      if (IsAmbient) {
        //   QSqlDatabase db = QSqlDatabase::database("main");   QSqlQuery
        //   query;
        const bool IsConnection = Source != nullptr;
        return {nullptr, IsConnection ? Result.Spelled : nullptr};
      }
      if (!Source)
        return Result;
      Handle = Source;
      Result.Spelled = Source;
    }
  }
  return Result;
}

const Expr *DatabaseCalls::madeFrom(const VarDecl &Var, bool &IsAmbient) {
  if (const Expr *Init = Var.getInit()) {
    for (const Expr *Each : callsUnder(*Init)) {
      const std::optional<DatabaseCall> Made = at(*Each);
      if (!Made)
        continue;
      const std::optional<CallShape> Shape = shapeOf(*Each);
      const bool IsDefault =
          Made->Path.empty() && Made->Model->Transaction &&
          !Made->Model->Transaction->Default.empty() &&
          llvm::all_of(Shape->Args, [&](const Expr *Argument) {
            return isConstant(*Argument, TU.context()) ||
                   isString(Argument->getType());
          });
      if (Made->Effects.has(Effect::DbConnect) ||
          Made->Effects.has(Effect::PoolAcquire)) {
        IsAmbient = IsDefault && !isa<CXXConstructExpr>(Each);
        return IsAmbient ? Each : nullptr;
      }
      if (Made->Handle)
        return Made->Handle;
      IsAmbient = IsDefault;
      return IsAmbient ? nullptr : madeFor(*Shape);
    }
    //   sqlite3 *db = handle_;   auto &db = owner.db();
    const Expr &Alias = spelled(*Init);
    if (isa<MemberExpr, DeclRefExpr>(Alias) || behind(Alias))
      return &Alias;
    if (const auto *Accessor = dyn_cast<CXXMemberCallExpr>(&Alias);
        Accessor && Accessor->getNumArgs() == 0 &&
        (Var.getType()->isPointerType() || Var.getType()->isReferenceType()))
      return &Alias;
  }
  //   sqlite3_prepare_v2(db, "INSERT …", -1, &stmt, nullptr);
  const auto *Function = dyn_cast<FunctionDecl>(Var.getDeclContext());
  if (!Function)
    return nullptr;
  for (const DatabaseCall &Call : in(*Function)) {
    if (!Call.Path.empty() || !Call.Model->Out ||
        Call.Effects.has(Effect::DbConnect))
      continue;
    const std::optional<CallShape> Shape = shapeOf(*Call.Call);
    const Expr *Out = Shape ? Shape->arg(*Call.Model->Out) : nullptr;
    const auto *Address =
        Out ? dyn_cast<UnaryOperator>(&spelled(*Out)) : nullptr;
    const auto *Ref =
        Address ? dyn_cast<DeclRefExpr>(&spelled(*Address->getSubExpr()))
                : nullptr;
    if (Ref && Ref->getDecl() == &Var)
      return Call.Handle;
  }
  return nullptr;
}

bool DatabaseCalls::isOfLibrary(const FunctionDecl &Callee) {
  const SourceManager &SM = TU.context().getSourceManager();
  const auto FileOf = [&](const Decl &D) {
    return SM.getFileID(SM.getExpansionLoc(D.getLocation()));
  };
  if (!TU.isUserCode(Callee.getLocation()))
    return true;
  if (!LibraryFiles) {
    LibraryFiles.emplace();
    for (const FunctionDecl *Function : TU.functions())
      for (const DatabaseCall &Call : in(*Function))
        if (Call.Path.empty())
          if (const std::optional<CallShape> Shape = shapeOf(*Call.Call))
            LibraryFiles->insert(FileOf(*Shape->Callee));
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
