// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/UnboundedFanoutCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/BoundedStart.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/QueryLoop.h"
#include "checks/support/Spawns.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

/// Where a spawn is repeated.
struct Repeats {
  const Loop *In = nullptr;
  /// Set when the spawn's function is called in the loop.
  std::optional<RepeatedCall> Call;
};

bool isMember(const Expr &E) {
  const auto *Member = dyn_cast<MemberExpr>(&spelled(E));
  return Member && isa<CXXThisExpr>(spelled(*Member->getBase()));
}

/// Is Site under a flag of the object: `if (!started_) …`?
bool isUnderMemberFlag(const Expr &Site, const Loop &In,
                       const FunctionAnalysis &Analysis) {
  return llvm::any_of(Analysis.guardsWithin(Site, &In), [](const Expr *Guard) {
    const Expr *Flag = &spelled(*Guard);
    while (const auto *Not = dyn_cast<UnaryOperator>(Flag))
      Flag = &spelled(*Not->getSubExpr());
    return Flag->getType()->isBooleanType() && isMember(*Flag);
  });
}

/// The loop that starts S again and again, and does not end it.
std::optional<Repeats> repeatsOf(Spawn &S, TranslationUnit &TU) {
  using Fate = Spawn::Fate;
  const FunctionDecl *Function = TU.functionAround(*S.Site);
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (const Loop *In = Analysis.innermostLoop(*S.Site)) {
    // The first program that can be started, of several that would do.
    if (!In->Body || conditionsOf(*S.Site, In, TU).Selective ||
        isUnderMemberFlag(*S.Site, *In, Analysis) ||
        takesOff(*S.Site, *In, Analysis, TU))
      return std::nullopt;
    const Fate End = fateOf(S, *In->Body, TU);
    const bool IsCollected =
        End == Fate::Returned && In->Shape == Loop::Kind::Algorithm;
    return End == Fate::Kept || IsCollected
               ? std::optional(Repeats{In, std::nullopt})
               : std::nullopt;
  }

  const Fate End = fateInHelper(S, TU);
  if (End != Fate::Kept && End != Fate::Returned)
    return std::nullopt;
  std::optional<RepeatedCall> Call = TU.repeatedCall(*Function);
  if (!Call || !Call->In->Body || endsWithSuccess(*Call->Call, *Call->In, TU))
    return std::nullopt;
  for (const Expr *Step : Call->Path) {
    const FunctionDecl *Between = TU.functionAround(*Step);
    if (!startsAlways(*Step, TU.analysis(*Between)) ||
        isThrottled(*Between->getBody(), nullptr, S, TU))
      return std::nullopt;
  }
  // What a helper returns is kept by its caller, or ends there.
  if (End == Fate::Returned) {
    Spawn AtCaller = S;
    AtCaller.Site = Call->Call;
    if (!Call->Path.empty() ||
        fateOf(AtCaller, *Call->In->Body, TU) != Fate::Kept)
      return std::nullopt;
    S.Container = AtCaller.Container;
  }
  // `for (auto &server : list) server.start();`: one thread per object.
  if (startsUpObject(*Function))
    return std::nullopt;
  return Repeats{Call->In, std::move(Call)};
}

/// "'std::async' starts a thread" or "a thread is started".
std::string whatIsDone(const Spawn &S) {
  const llvm::StringRef Noun = S.What == Spawn::Kind::Thread    ? "thread"
                               : S.What == Spawn::Kind::Process ? "process"
                                                                : "coroutine";
  if (S.Model->What != ApiModel::Kind::Function)
    return fmt::format("a {} is started", Noun.str());
  return fmt::format("'{}' starts a {}",
                     llvm::StringRef(S.Model->Name).drop_front(2).str(),
                     Noun.str());
}

std::string perWhat(const LoopData &Data, const ASTContext &Context) {
  std::string Text = sourceText(Data.Source->getSourceRange(), Context).str();
  if (Text.empty() || Text.find('\n') != std::string::npos)
    Text = "the range";
  else
    Text = "'" + Text + "'";
  switch (Data.What) {
  case LoopData::Kind::Elements:
    return "every element of " + Text;
  case LoopData::Kind::Stream:
    return "everything read from " + Text;
  case LoopData::Kind::Rows:
    return "every row of " + Text;
  }
  llvm_unreachable("unknown data");
}

Cost growthOf(Spawn::Kind What) {
  switch (What) {
  case Spawn::Kind::Thread:
    return {"n threads", "one per core"};
  case Spawn::Kind::Process:
    return {"n processes", "one per core"};
  case Spawn::Kind::Coroutine:
    return {"n tasks at once", "a fixed number"};
  }
  llvm_unreachable("unknown spawn");
}

} // namespace

constinit const CheckInfo UnboundedFanoutCheck::Info = {
    .Name = "slowpath-unbounded-fanout",
    .Summary = "starts a thread, process or coroutine per item with no limit",
    .Group = Category::Concurrency,
    .Paid = Impact::Large,
    .Typical = {"n threads", "one per core"},
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void UnboundedFanoutCheck::registerMatchers(MatchFinder *Finder) {
  //   std::thread(work, item).detach();   new std::thread(work, item)
  //   std::async(work, item)   threads.emplace_back(work, item)
  LinkedCheck::registerMatchers(Finder);
  // The first in a template.
  Finder->addMatcher(
      cxxUnresolvedConstructExpr(unless(isExpansionInSystemHeader()))
          .bind(CallId),
      this);
}

void UnboundedFanoutCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto &Site = *Result.Nodes.getNodeAs<Expr>(CallId);
  TranslationUnit &TU = unit(Context);
  std::optional<Spawn> Found = spawnAt(Site, TU);
  if (!Found && !isa<CXXUnresolvedConstructExpr>(Site))
    LinkedCheck::check(Result);
  if (!Found || !isReportable(Site, Context))
    return;
  Spawn &S = *Found;
  const std::optional<Repeats> Where = repeatsOf(S, TU);
  if (!Where)
    return;
  const Loop &In = *Where->In;
  const std::optional<LoopData> Data = dataOf(In, TU);
  if (!Data || isFewByNature(*Data->Source, TU) ||
      isToEachClient(S, *Data, Context) ||
      holdsRunning(elementType(Data->Source->getType()), TU.models()) ||
      (In.Variable && holdsRunning(In.Variable->getType(), TU.models())))
    return;
  const FunctionDecl *Function = TU.functionAround(Site);
  if (S.Container && isMember(*S.Container) && isNamedStartUp(*Function))
    return;
  if (runsForever(S, TU) || isThrottled(*In.Body, &In, S, TU))
    return;

  Finding F;
  F.Range = Site.getSourceRange();
  F.Message = fmt::format("{} for {}, with no limit", whatIsDone(S),
                          perWhat(*Data, Context));
  F.Growth = growthOf(S.What);
  F.In = &In;
  F.Fix = boundedStart(S, In, *Data, Where->Call.has_value(), TU);
  if (Where->Call)
    F.Notes.push_back(
        {Where->Call->Call->getBeginLoc(),
         fmt::format("'{}' is called here",
                     Where->Call->Path.empty()
                         ? Function->getNameAsString()
                         : TU.functionAround(*Where->Call->Path.front())
                               ->getNameAsString())});
  report(std::move(F), Context);
}

} // namespace slowpath
