// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Spawns.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

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
  const auto Model = Models.match(E);
  const std::optional<Emplacement> Emplaced =
      Call ? emplacementOf(*Call) : std::nullopt;
  if (Model && isStarted(Model->Effects, S)) {
    S.Model = Model->Model;
  } else if (Emplaced) {
    //   threads.emplace_back(work, item);
    if (!Emplaced->Element->hasDefinition())
      return std::nullopt;
    const ApiModel *Row = startingRow(*Emplaced->Element, Models);
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
  } else if (!Model && Open && Open->getTypeAsWritten()->getAsCXXRecordDecl() &&
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
  for (const auto &[Index, Argument] : llvm::enumerate(Arguments)) {
    S.Target = callableOf(*Argument, S.Callable);
    if (S.Target) {
      S.Arguments = Arguments.drop_front(Index + 1);
      return S;
    }
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
      for (const Expr *Argument : Maker->arguments()) {
        S.Target = callableOf(*Argument, S.Callable);
        if (S.Target)
          break;
      }
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
      const bool Leaves = anyStmtOutsideLambdas(&Body, [&](const Stmt &Part) {
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

} // namespace slowpath
