// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/BlockingInAsyncCheck.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

constexpr Cost Growth = {"all that share the thread wait", "only this waits"};

bool hasAny(const EffectSet &Effects, std::initializer_list<Effect> Of) {
  return llvm::any_of(Of, [&](Effect E) { return Effects.has(E); });
}

/// Does the library call keep its thread until something outside has happened?
bool blocks(const FarCall &Call) {
  const EffectSet &Effects = Call.Effects;
  if (Call.Api->async() || Call.Api->starts_on())
    return false;
  if (hasAny(Effects, {Effect::DbQuery, Effect::DbConnect, Effect::DbPrepare,
                       Effect::DbCommit, Effect::KvQuery}))
    return !Call.Api->is_embedded() && !Effects.has(Effect::DbQueryBuild);
  return hasAny(Effects, {Effect::Sleep, Effect::TaskWait, Effect::NetRequest,
                          Effect::NetConnect, Effect::NetDns, Effect::NetWait,
                          Effect::RpcCall});
}

/// Does the function, or one around it, go on in threads that are there to be
/// blocked: `co_await pool.schedule();`?
bool changesThread(const Program &Linked, const ProgramFunction &Function) {
  for (int I = 0; I != Function.Fact->sites_size(); ++I) {
    const SiteRef Site{&Function, static_cast<unsigned>(I)};
    const EffectSet Effects = Linked.effectsAt(Site);
    if (Site->awaited() &&
        hasAny(Effects, {Effect::TaskSpawn, Effect::ThreadSpawn}))
      return true;
  }
  return false;
}

/// Before the loop of a server, which is as good as the start of the program?
bool isBeforeServing(const SiteRef &Site) {
  return !Site->repeated() &&
         llvm::any_of(Site.In->Fact->loops(),
                      [](const facts::Loop &L) { return !L.per_item(); });
}

/// A wait for something that was asked before whether it is ready.
bool isKnownToBeReady(const Program &Linked, const FarCall &Call) {
  const SiteRef Site = Call.Path.front();
  if (!Site->has_api() || !Call.Effects.has(Effect::TaskWait))
    return false;
  for (int I = 0; I != Site.In->Fact->sites_size(); ++I) {
    const SiteRef Other{Site.In, static_cast<unsigned>(I)};
    if (Other->has_api() && Linked.effectsAt(Other).has(Effect::TaskPoll) &&
        !Program::areDifferent(Other->api().handle(), Site->api().handle()))
      return true;
  }
  return false;
}

std::string adviceFor(const EffectSet &Effects, llvm::StringRef Spelling,
                      bool InCoroutine) {
  // No handler can await anything.
  if (!InCoroutine)
    return fmt::format(
        "start {0}'s asynchronous form, and go on in its handler, or run it "
        "where threads may block:\nasio::post(pool, [=] {{ {0}(…); … }});",
        Spelling.str());
  if (Effects.has(Effect::Sleep))
    return "asio::steady_timer timer(executor, duration);\n"
           "co_await timer.async_wait(asio::use_awaitable);  // instead of " +
           Spelling.str();
  if (Effects.has(Effect::TaskWait))
    return fmt::format("co_await …  // the operation itself, instead of {}",
                       Spelling.str());
  return fmt::format(
      "co_await {0}'s asynchronous form, or run it where threads may block:\n"
      "co_await asio::co_spawn(pool, [&]() -> asio::awaitable<…> {{\n"
      "  co_return {0}(…);\n"
      "}}, asio::use_awaitable);",
      Spelling.str());
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Function &Function = *Site.In->Fact;
  LinkedFinding F;
  F.Check = BlockingInAsyncCheck::Info.Name;
  F.At = Site;
  const llvm::StringRef Where =
      Function.is_coroutine() ? "coroutine" : "completion handler";
  F.Message = fmt::format(
      "'{}' {} the thread of this {}, and all that share it", Site->spelling(),
      Site->has_api() ? "blocks" : "leads to a call that blocks", Where.str());
  F.Growth = Growth;
  F.Notes = stepsOf(Call);
  F.FixTitle = Function.is_coroutine() ? "await it" : "start it and return";
  F.Advice = adviceFor(Call.Effects, Call.Path.back()->spelling(),
                       Function.is_coroutine());
  Found.push_back(std::move(F));
}

} // namespace

constinit const CheckInfo BlockingInAsyncCheck::Info = {
    .Name = "slowpath-blocking-in-async",
    .Summary = "blocks the thread that coroutines or handlers share",
    .Group = Category::Concurrency,
    .Paid = Impact::Large,
    .Typical = Growth,
    .BestFix = FixLevel::Advice,
    .Speed = Latency::Fast};

bool BlockingInAsyncCheck::isCandidate(const Expr &Call, ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const FunctionDecl *Function = TU.functionAround(Call);
  return Function && TU.runsAsync(*Function) && mayReport(Call, Context);
}

void BlockingInAsyncCheck::findBlocking(const Program &Linked,
                                        std::vector<LinkedFinding> &Found) {
  for (const ProgramFunction &Function : Linked.functions()) {
    if (!Function.Fact->is_async() || changesThread(Linked, Function))
      continue;
    for (int I = 0; I != Function.Fact->sites_size(); ++I) {
      const SiteRef Site{&Function, static_cast<unsigned>(I)};
      if (Site->awaited() || isBeforeServing(Site) || Site->cold() ||
          Site->is_memoised() ||
          !llvm::is_contained(Site->reportable(), Info.Name.str()))
        continue;
      for (const FarCall &Call : Linked.callsAt(Site))
        // A coroutine that is called and not awaited runs elsewhere.
        if (blocks(Call) && !isKnownToBeReady(Linked, Call) &&
            !Call.IsConditional && !Call.IsMemoised &&
            llvm::none_of(llvm::drop_begin(Call.Path), [](const SiteRef &Step) {
              return Step.In->Fact->is_coroutine();
            })) {
          addFinding(Call, Found);
          break;
        }
    }
  }
}

} // namespace slowpath
