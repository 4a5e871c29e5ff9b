// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/CommitPerItemCheck.h"
#include "checks/database/CommitPerItemLink.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/OpenTransactions.h"
#include "checks/support/TransactionRewrite.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr Cost Growth = {"n commits", "1 commit"};

/// " of this INSERT", or nothing if the text is not known.
std::string statementText(llvm::StringRef Sql) {
  const std::string Verb = sqlVerb(Sql);
  return Verb.empty() ? Verb : " of this " + Verb;
}

void addCallPath(Finding &F, const Repetition &Rep, const Expr &S,
                 TranslationUnit &TU) {
  if (!Rep.Call)
    return;
  llvm::SmallVector<const Expr *, 4> Chain = {Rep.Call->Call};
  Chain.append(Rep.Call->Path.begin(), Rep.Call->Path.end());
  for (size_t I = 0; I != Chain.size(); ++I) {
    const Expr *Next = I + 1 == Chain.size() ? &S : Chain[I + 1];
    const FunctionDecl *Called = TU.functionAround(*Next);
    F.Notes.push_back(
        {Chain[I]->getBeginLoc(),
         fmt::format("'{}' is called here", Called->getNameAsString())});
  }
}

void addWrappers(Finding &F, const DatabaseCall &Call, TranslationUnit &TU) {
  if (!Call.Path.empty())
    F.Notes.push_back({Call.Path.back()->getBeginLoc(),
                       fmt::format("'{}' ends up in this call",
                                   calleeText(*Call.Call, TU.context()))});
}

/// Is Call made for each part of an item, in a loop within Outer or in a
/// function that is called?
bool isOfParts(const DatabaseCall &Call, const Loop *Outer,
               TranslationUnit &TU) {
  const auto IsRepeated = [&](const Expr &At) {
    for (const Loop *L = TU.innermostLoop(At); L && L != Outer; L = L->Parent)
      if (L->isDataLoop())
        return true;
    return false;
  };
  return IsRepeated(*Call.Call) ||
         llvm::any_of(Call.Path,
                      [&](const Expr *Step) { return IsRepeated(*Step); });
}

/// Is Begin under a condition, within Scope, that End is not under?
bool beginsSometimes(const Expr &Begin, const Expr &End, const Stmt &Scope,
                     const FunctionAnalysis &Analysis) {
  const Stmt *Child = &Begin;
  for (const Stmt *Up = Analysis.parent(Begin); Up && Child != &Scope;
       Child = Up, Up = Analysis.parent(*Up))
    if (const auto *If = dyn_cast<IfStmt>(Up);
        If && Child != If->getCond() && !Analysis.contains(*Child, End))
      return true;
  return false;
}

} // namespace

constinit const CheckInfo CommitPerItemCheck::Info = {
    .Name = "slowpath-commit-per-item",
    .Summary = "commits a database transaction once per item",
    .Group = Category::Database,
    .Paid = Impact::VeryLarge,
    .Typical = Growth,
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void CommitPerItemCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  //   tx.commit();   sqlite3_step(insert);   sql << "INSERT …";
  //   QSqlQuery("INSERT …", db);   Wt::Dbo::Transaction tx(session);
  const auto &Site = *Result.Nodes.getNodeAs<Expr>(CallId);
  TranslationUnit &TU = unit(Context);
  const FunctionDecl *Function = TU.functionAround(Site);
  if (!Function)
    return;
  LinkedCheck::check(Result);
  const std::optional<DatabaseCall> Call = TU.database().at(Site);
  if (!Call || !Call->OnEveryCall || Call->Model->Async ||
      !isReportable(Site, Context))
    return;
  if (Call->Effects.has(Effect::DbCommit))
    return checkCommit(*Call, /*IsDestructor=*/false, Context);
  // Unknown text is never taken for a write.
  if (Call->Effects.has(Effect::DbAutocommitWrite) &&
      (!Call->SqlText.empty() || (!Call->Sql && Call->Model->Transaction)))
    return checkWrite(*Call, Context);
  if (Call->Effects.has(Effect::DbBegin)) {
    const VarDecl *Var = initialised(Site, TU.analysis(*Function));
    const CXXRecordDecl *Class =
        Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
    if (Class && TU.database().commitsWhenDestroyed(*Class))
      checkCommit(*Call, /*IsDestructor=*/true, Context);
  }
}

void CommitPerItemCheck::emit(Finding F, const FunctionDecl &Function,
                              ASTContext &Context) {
  const std::string Name = declaredName(F.Fix.Code).str();
  if (F.Fix.Level == FixLevel::Review && !Name.empty() &&
      !Declared.insert({&Function, Name}).second) {
    F.Fix.Level = FixLevel::Advice;
    F.Fix.Title += fmt::format(": '{}' needs another name", Name);
  }
  if (FindingRecorder::linksLater())
    report(std::move(F), Context);
  else
    Pending.push_back({std::move(F), &Context});
}

void CommitPerItemCheck::settle(const Program &Linked) {
  for (PendingFinding &Each : Pending) {
    const std::optional<SourcePlace> At =
        placeOf(Each.What.Range.getBegin(), Each.Context->getSourceManager());
    if (At) {
      if (isRefuted(Linked, Info.Name, At->File, At->Line, At->Column))
        continue;
      Known.emplace(Info.Name.str(), placeText(At->File, At->Line, At->Column));
    }
    report(std::move(Each.What), *Each.Context);
  }
  Pending.clear();
}

void CommitPerItemCheck::find(const Program &Linked,
                              std::vector<LinkedFinding> &Found) const {
  findCommitsAcrossUnits(Linked, Known, Found);
}

void CommitPerItemCheck::checkCommit(const DatabaseCall &End, bool IsDestructor,
                                     ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  DatabaseCalls &Database = TU.database();
  const Expr &Site = *End.Call;
  const Expr *Object = Database.connection(End.Handle).Object;
  const std::optional<Repetition> Rep = commitLoop(Site, Object, TU);
  if (!Rep || Reported.contains(Rep->In))
    return;
  const Loop &L = *Rep->In;
  const FunctionDecl &Function = *TU.functionAround(Site);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  // A helper is seen as a whole; the body of an algorithm's lambda, too.
  const Stmt &Scope = Rep->Call ? *Function.getBody() : *L.Body;

  const DatabaseCall *Begin = nullptr;
  bool Writes = false, GoesOn = false;
  for (const DatabaseCall &Call : Database.in(Function)) {
    if (!Analysis.contains(Scope, *Call.Call) ||
        areDifferent(Object, Database.connection(Call.Handle).Object))
      continue;
    if (Call.Effects.has(Effect::DbBegin) &&
        Analysis.dominates(*Call.Call, Site) &&
        (IsDestructor ? Call.Call == &Site : Call.Call != &Site))
      Begin = &Call;
    // What is written of many parts is a batch, and not too small.
    else if (Call.MayWrite && !Call.Effects.has(Effect::DbCommit) &&
             !isOfParts(Call, Rep->Call ? nullptr : &L, TU))
      Writes = true;
    // An item that fails is undone alone, and the loop goes on.
    if (Call.Effects.has(Effect::DbRollback))
      GoesOn |= Rep->Call || Analysis.reaches(*Call.Call, Site);
  }
  if (!Writes || GoesOn)
    return;
  if (Begin ? beginsSometimes(*Begin->Call, Site, Scope, Analysis) ||
                  (!Rep->Call && Analysis.isChunkGuarded(*Begin->Call, L))
            : Rep->Call || !Analysis.runsEveryIteration(Site, L))
    return;
  // Inside of another transaction these are savepoints.
  if (Begin && transactionAt(Rep->Call ? Site : *L.Statement, Object,
                             Rep->Call ? &Scope : L.Statement,
                             TU) == TransactionState::Open)
    return;
  if (isThrowAway(Object, Function, TU))
    return;

  Reported.insert(Rep->In);
  Finding F;
  F.Range = Site.getSourceRange();
  F.Message =
      fmt::format("each iteration is a transaction of its own: {}'{}' "
                  "commits and waits for the disk",
                  IsDestructor ? "the end of " : "", calleeText(Site, Context));
  F.Growth = Growth;
  F.In = &L;
  if (Begin && !IsDestructor)
    F.Notes.push_back({Begin->Call->getBeginLoc(), "it begins here"});
  addWrappers(F, End, TU);
  addCallPath(F, *Rep, Site, TU);
  F.Fix =
      moveTransaction(Begin, IsDestructor ? nullptr : &End, L, !Rep->Call, TU);
  emit(std::move(F), *TU.functionAround(*Rep->In->Statement), Context);
}

void CommitPerItemCheck::checkWrite(const DatabaseCall &Write,
                                    ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const Expr &Site = *Write.Call;
  const Expr *Object = TU.database().connection(Write.Handle).Object;
  const std::optional<Repetition> Rep = commitLoop(Site, Object, TU);
  if (!Rep || Reported.contains(Rep->In))
    return;
  const FunctionDecl &Function = *TU.functionAround(Site);
  // pqxx::nontransaction: nothing else can be open while it exists.
  const TransactionState State = Write.InAutocommitScope
                                     ? TransactionState::Closed
                                     : transactionAt(Site, Object, nullptr, TU);
  if (State == TransactionState::Open || isThrowAway(Object, Function, TU))
    return;
  const bool IsConditional = State == TransactionState::Unknown;
  // Code that knows transactions, called from elsewhere, may be in one.
  const FunctionDecl &Looping = *TU.functionAround(*Rep->In->Statement);
  const FunctionDecl *Neighbour =
      IsConditional && (!Rep->Call || isa<CXXMethodDecl>(Function))
          ? neighbourThatBegins(Looping, Object, TU)
          : nullptr;
  if (IsConditional && !Neighbour && beginsAnywhere(Write.Model->Library, TU))
    return;

  Reported.insert(Rep->In);
  Finding F;
  F.Range = Site.getSourceRange();
  F.Message = fmt::format(
      "each '{}'{} is a transaction of its own with a disk sync, once per "
      "iteration{}",
      calleeText(Site, Context), statementText(Write.SqlText),
      IsConditional ? ", unless a caller has opened one" : "");
  F.Growth = Growth;
  F.In = Rep->In;
  if (Write.Prepared)
    F.Notes.push_back(
        {Write.Prepared->getBeginLoc(), "the statement is prepared here"});
  addWrappers(F, Write, TU);
  addCallPath(F, *Rep, Site, TU);
  if (Neighbour)
    F.Notes.push_back({Neighbour->getLocation(),
                       fmt::format("'{}' begins one for its own loop",
                                   Neighbour->getNameAsString())});
  F.Fix = wrapInTransaction(Write, *Rep->In, !Rep->Call, TU);
  emit(std::move(F), Looping, Context);
}

} // namespace slowpath
