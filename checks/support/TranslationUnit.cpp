// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TranslationUnit.h"
#include "checks/facts/FactsOf.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Callables.h"
#include "checks/support/DatabaseCalls.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/RareCode.h"
#include "checks/support/Templates.h"
#include "checks/support/TestCode.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include <deque>
#include <map>
#include <mutex>

using namespace clang;

namespace slowpath {

/// Notes for every statement of user code which function it belongs to, and
/// for every function where it is called.
class TranslationUnit::Indexer : public RecursiveASTVisitor<Indexer> {
public:
  explicit Indexer(TranslationUnit &TU) : TU(TU) {}

  bool shouldVisitTemplateInstantiations() const { return false; }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    if (!isa<TranslationUnitDecl>(D) && !TU.isUserCode(D->getLocation()))
      return true;
    const FunctionDecl *Outer = Owner;
    if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
      Owner = Function;
      if (Function->doesThisDeclarationHaveABody())
        TU.Functions.push_back(Function);
    }
    const bool Continue = RecursiveASTVisitor::TraverseDecl(D);
    Owner = Outer;
    return Continue;
  }

  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    TU.Owners[Lambda] = Owner;
    for (unsigned I = 0; I < Lambda->capture_size(); ++I)
      if (Expr *Init = Lambda->capture_init_begin()[I])
        if (!TraverseStmt(Init))
          return false;
    const FunctionDecl *Outer = Owner;
    Owner = Lambda->getCallOperator();
    TU.Lambdas[Owner->getCanonicalDecl()] = Lambda;
    TU.Functions.push_back(Owner);
    const bool Continue = TraverseStmt(Lambda->getBody());
    Owner = Outer;
    return Continue;
  }

  bool VisitStmt(Stmt *S) {
    if (Owner)
      TU.Owners[S] = Owner;
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && isa<DeclRefExpr>(spelled(*Call->getCallee())))
      --TU.Mentions[&patternOf(*Callee)];
    if (Owner)
      noteCall(*Call);
    else if (Callee)
      TU.Initialisers.insert(&patternOf(*Callee));
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Ref->getDecl()))
      ++TU.Mentions[&patternOf(*Function)];
    return true;
  }

  bool VisitCoawaitExpr(CoawaitExpr *Await) {
    if (Owner && !Await->isImplicit())
      TU.Awaiting.insert(Owner->getCanonicalDecl());
    return true;
  }

  bool VisitDependentCoawaitExpr(DependentCoawaitExpr *) {
    if (Owner)
      TU.Awaiting.insert(Owner->getCanonicalDecl());
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    if (Owner)
      TU.Calls[&patternOf(*Construct->getConstructor())].push_back(Construct);
    return true;
  }

private:
  void noteCall(const CallExpr &Call) {
    if (const FunctionDecl *Callee = Call.getDirectCallee())
      TU.Calls[&patternOf(*Callee)].push_back(&Call);
    for (const Expr *Argument : Call.arguments())
      if (const auto What = callableOf(*Argument, *TU.Models)) {
        if (!What->Lambda)
          TU.Callbacks[What->Function->getCanonicalDecl()].push_back(&Call);
        noteHandler(Call, *What->Function);
      }
    notePooled(Call);
  }

  void noteHandler(const CallExpr &Call, const FunctionDecl &Function) {
    const auto Model = TU.Models->match(Call);
    if (Model && Model->Effects.has(Effect::CallbackEventLoop))
      TU.Handlers.insert(Function.getCanonicalDecl());
  }

  /// `co_spawn(pool, work(), …)`: there are threads to be blocked.
  void notePooled(const CallExpr &Call) {
    if (Call.getNumArgs() < 2)
      return;
    const auto Model = TU.Models->match(Call);
    if (!Model || !Model->Effects.has(Effect::TaskSpawn))
      return;
    const Expr *Executor = &spelled(*Call.getArg(0));
    while (const auto *Getter = dyn_cast<CXXMemberCallExpr>(Executor))
      Executor = &spelled(*Getter->getImplicitObjectArgument());
    const CXXRecordDecl *Class =
        Executor->getType().getNonReferenceType()->getAsCXXRecordDecl();
    if (!Class || !Class->hasDefinition() ||
        llvm::none_of(Class->ctors(), [&](const CXXConstructorDecl *Each) {
          return llvm::any_of(TU.Models->rows(*Each), [](const ApiModel *Row) {
            return Row->Effects.has(Effect::PoolCreate);
          });
        }))
      return;
    const Expr &Work = spelled(*Call.getArg(1));
    const auto *Made = dyn_cast<CallExpr>(&Work);
    if (const FunctionDecl *Callee = Made ? Made->getDirectCallee() : nullptr)
      TU.Pooled.insert(patternOf(*Callee).getCanonicalDecl());
    if (const auto What = callableOf(Work, *TU.Models))
      TU.Pooled.insert(What->Function->getCanonicalDecl());
  }

  TranslationUnit &TU;
  const FunctionDecl *Owner = nullptr;
};

TranslationUnit::TranslationUnit(ASTContext &Context,
                                 std::shared_ptr<const ApiModels> Models)
    : Context(Context), Models(Models->rememberingCopy()),
      Files(Context.getSourceManager()) {}

TranslationUnit::~TranslationUnit() = default;

std::shared_ptr<TranslationUnit> TranslationUnit::of(ASTContext &Context,
                                                     llvm::StringRef UserModels,
                                                     std::string *Error) {
  // The checks of one translation unit find each other here. Entries of dead
  // units are replaced when an ASTContext is allocated at the same address.
  static std::mutex Mutex;
  static std::map<ASTContext *, std::weak_ptr<TranslationUnit>> Units;

  const std::lock_guard Lock(Mutex);
  std::weak_ptr<TranslationUnit> &Slot = Units[&Context];
  if (std::shared_ptr<TranslationUnit> Unit = Slot.lock())
    return Unit;
  std::erase_if(Units, [&](const auto &Entry) {
    return Entry.first != &Context && Entry.second.expired();
  });

  std::shared_ptr<const ApiModels> Models = ApiModels::builtin();
  if (!UserModels.empty()) {
    llvm::SmallVector<llvm::StringRef> Paths;
    UserModels.split(Paths, ',', -1, /*KeepEmpty=*/false);
    std::vector<std::string> Files;
    for (llvm::StringRef Path : Paths)
      Files.push_back(Path.trim().str());
    if (auto Extended = ApiModels::withUserFiles(Files))
      Models = std::move(*Extended);
    else if (std::string Why = llvm::toString(Extended.takeError()); Error)
      *Error = std::move(Why);
  }
  auto Unit = std::make_shared<TranslationUnit>(Context, std::move(Models));
  Slot = Unit;
  return Unit;
}

/// The top-level declarations of user headers that lie in a precompiled
/// preamble, in source order. clangd leaves them out of the traversal scope; to
/// look for them in the whole translation unit would load all of the standard
/// library.
static std::vector<Decl *> userDeclsOfPreamble(ASTContext &Context,
                                               UserCode &Files) {
  std::vector<Decl *> Result;
  ExternalASTSource *Preamble = Context.getExternalSource();
  const std::vector<Decl *> Scope = Context.getTraversalScope();
  if (!Preamble || llvm::any_of(Scope, llvm::IsaPred<TranslationUnitDecl>))
    return Result;
  SourceManager &SM = Context.getSourceManager();
  for (unsigned I = 0; I < SM.loaded_sloc_entry_size(); ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLoadedSLocEntry(I);
    const SourceLocation Begin =
        SourceLocation::getFromRawEncoding(Entry.getOffset());
    if (!Entry.isFile() || !Files.contains(Begin))
      continue;
    const FileID File = SM.getFileID(Begin);
    llvm::SmallVector<Decl *> Decls;
    Preamble->FindFileRegionDecls(File, 0, SM.getFileIDSize(File), Decls);
    for (Decl *D : Decls)
      // Others come with the namespace they are in.
      if (D->getLexicalDeclContext()->isTranslationUnit())
        Result.push_back(D);
  }
  llvm::sort(Result, [&](const Decl *A, const Decl *B) {
    return SM.isBeforeInTranslationUnit(A->getLocation(), B->getLocation());
  });
  return Result;
}

void TranslationUnit::index() {
  if (IsIndexed)
    return;
  IsIndexed = true;
  Indexer Index(*this);
  for (Decl *D : userDeclsOfPreamble(Context, Files))
    Index.TraverseDecl(D);
  // In clangd the scope is the main file's declarations.
  for (Decl *D : Context.getTraversalScope())
    Index.TraverseDecl(D);
}

FunctionAnalysis &TranslationUnit::analysis(const FunctionDecl &Function) {
  std::unique_ptr<FunctionAnalysis> &Slot = Analyses[&Function];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<FunctionAnalysis>(Function, *this);
  // Slot moves when other functions are analysed meanwhile.
  FunctionAnalysis &Analysis = *Slot;
  Analysis.findLoops();
  return Analysis;
}

const FunctionDecl *TranslationUnit::functionAround(const Stmt &S) {
  index();
  return Owners.lookup(&S);
}

bool TranslationUnit::isTest(const FunctionDecl &Function) {
  for (const FunctionDecl *F = &Function; F;) {
    if (isTestFunction(*F))
      return true;
    const LambdaExpr *Lambda = lambdaOf(*F);
    F = Lambda ? functionAround(*Lambda) : nullptr;
  }
  const SourceManager &SM = Context.getSourceManager();
  const FileID File = SM.getFileID(SM.getExpansionLoc(Function.getLocation()));
  const auto [Known, IsNew] = TestFiles.try_emplace(File, false);
  if (IsNew)
    if (const OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File)) {
      llvm::SmallString<256> Path(Entry->getName());
      SM.getFileManager().makeAbsolutePath(Path);
      Known->second = isTestFile(Path);
    }
  return Known->second;
}

bool TranslationUnit::isRare(const FunctionDecl &Function) {
  const FunctionDecl &Pattern = patternOf(Function);
  // Functions that call each other are not rare for each other's sake.
  const auto [Known, IsNew] = Rare.try_emplace(&Pattern, false);
  if (!IsNew)
    return Known->second;
  const bool Result = isRarelyCalled(Pattern, *this);
  Rare[&Pattern] = Result;
  return Result;
}

bool TranslationUnit::runsAsync(const FunctionDecl &Function) {
  index();
  const FunctionDecl *Canonical = Function.getCanonicalDecl();
  return (Awaiting.contains(Canonical) || Handlers.contains(Canonical)) &&
         !Pooled.contains(Canonical);
}

bool TranslationUnit::initialisesGlobal(const FunctionDecl &Function) {
  index();
  return Initialisers.contains(&patternOf(Function));
}

bool TranslationUnit::isHandedOver(const FunctionDecl &Function) {
  index();
  return Mentions.lookup(&patternOf(Function)) > 0;
}

const LambdaExpr *TranslationUnit::lambdaOf(const FunctionDecl &Function) {
  index();
  return Lambdas.lookup(Function.getCanonicalDecl());
}

const Loop *TranslationUnit::innermostLoop(const Stmt &S) {
  const FunctionDecl *Function = functionAround(S);
  return Function ? analysis(*Function).innermostLoop(S) : nullptr;
}

llvm::ArrayRef<const Expr *>
TranslationUnit::callsOf(const FunctionDecl &Function) {
  index();
  const auto Found = Calls.find(&patternOf(Function));
  return Found == Calls.end() ? llvm::ArrayRef<const Expr *>() : Found->second;
}

llvm::ArrayRef<const FunctionDecl *> TranslationUnit::functions() {
  index();
  return Functions;
}

TypeMeaning TranslationUnit::meaningOf(const CXXRecordDecl &Record) {
  const auto [Known, IsNew] =
      Meanings.try_emplace(Record.getCanonicalDecl(), TypeMeaning::Other);
  if (IsNew)
    Known->second = Models->meaningOf(Record);
  return Known->second;
}

bool TranslationUnit::runsInLoop(const CallExpr &Call, unsigned Index) {
  const FunctionDecl *Function = Call.getDirectCallee();
  if (!Function || !patternOf(*Function).hasBody(Function) ||
      !isUserCode(Function->getLocation()))
    return false;
  // Of an operator that is a member, the first argument is the object.
  if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Function)) {
    if (Index == 0)
      return false;
    --Index;
  }
  if (Index >= Function->getNumParams())
    return false;
  const ParmVarDecl *Parameter = Function->getParamDecl(Index);
  if (const auto Known = RunsInLoop.find(Parameter); Known != RunsInLoop.end())
    return Known->second;
  const auto Runs = [&](const Stmt *S, auto &Self) -> bool {
    if (!S)
      return false;
    if (const auto *E = dyn_cast<Expr>(S); E && isCallOf(*E, *Parameter))
      if (const Loop *In = innermostLoop(*E); In && In->isDataLoop())
        return true;
    return llvm::any_of(S->children(),
                        [&](const Stmt *Child) { return Self(Child, Self); });
  };
  const bool Result = Runs(Function->getBody(), Runs);
  RunsInLoop[Parameter] = Result;
  return Result;
}

bool TranslationUnit::changes(const ParmVarDecl &Parameter) {
  // Functions that hand it to each other change it, as long as nobody knows.
  const auto [Known, IsNew] = Changed.try_emplace(&Parameter, true);
  if (!IsNew)
    return Known->second;
  const auto *Function = dyn_cast<FunctionDecl>(Parameter.getDeclContext());
  const FunctionDecl *Definition = nullptr;
  const unsigned Index = Parameter.getFunctionScopeIndex();
  if (!Function || !Function->hasBody(Definition) ||
      Index >= Definition->getNumParams())
    return true;
  const bool Result =
      Mutations(*Definition, *this).contains(*Definition->getParamDecl(Index));
  Changed[&Parameter] = Result;
  return Result;
}

Purity &TranslationUnit::purity() {
  if (!Pure)
    Pure = std::make_unique<Purity>(*this);
  return *Pure;
}

DatabaseCalls &TranslationUnit::database() {
  if (!Database)
    Database = std::make_unique<DatabaseCalls>(*this);
  return *Database;
}

const facts::Unit &TranslationUnit::facts() {
  if (!Facts)
    Facts = std::make_unique<facts::Unit>(factsOf(*this));
  return *Facts;
}

std::optional<RepeatedCall>
TranslationUnit::repeatedCall(const FunctionDecl &Function) {
  // Longer chains seldom repeat what their end does, and are hard to explain.
  constexpr unsigned MaxDepth = 4;
  struct Step {
    const FunctionDecl *Function;
    llvm::SmallVector<const Expr *, 2> Path;
  };
  index();
  std::deque<Step> Queue = {{&patternOf(Function), {}}};
  llvm::SmallPtrSet<const FunctionDecl *, 8> Seen = {&patternOf(Function)};
  while (!Queue.empty()) {
    const Step Current = std::move(Queue.front());
    Queue.pop_front();
    for (const CallExpr *Call : Callbacks.lookup(Current.Function)) {
      const FunctionDecl *Caller = functionAround(*Call);
      const Loop *In =
          Caller ? analysis(*Caller).algorithm(*Call, *Current.Function)
                 : nullptr;
      if (In && In->isDataLoop())
        return RepeatedCall{Call, In, Caller, Current.Path};
    }
    for (const Expr *Call : callsOf(*Current.Function)) {
      const FunctionDecl *Caller = functionAround(*Call);
      // That a test calls what it tests again and again says nothing.
      if (!Caller || isRare(*Caller) || (isTest(*Caller) && !isTest(Function)))
        continue;
      if (const Loop *In = analysis(*Caller).innermostLoop(*Call)) {
        if (In->isDataLoop())
          return RepeatedCall{Call, In, Caller, Current.Path};
        continue;
      }
      if (Current.Path.size() < MaxDepth &&
          Seen.insert(Caller->getCanonicalDecl()).second) {
        Step Next{Caller->getCanonicalDecl(), {Call}};
        Next.Path.append(Current.Path.begin(), Current.Path.end());
        Queue.push_back(std::move(Next));
      }
    }
  }
  return std::nullopt;
}

bool isUserCode(const Decl &D) {
  return TranslationUnit::of(D.getASTContext())->isUserCode(D.getLocation());
}

} // namespace slowpath
