// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/BlockingInAsyncCheck.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

constexpr Cost Growth = {"all that share the thread wait", "only this waits"};

/// Does the library call keep its thread until something outside has happened?
bool blocks(const FarCall &Call) {
  const EffectSet &Effects = Call.Effects;
  if (Call.Api->async() || Call.Api->starts_on())
    return false;
  if (Effects.hasAny({Effect::DbQuery, Effect::DbConnect, Effect::DbPrepare,
                      Effect::DbCommit, Effect::KvQuery}))
    return !Call.Api->is_embedded() && !Effects.has(Effect::DbQueryBuild);
  return Effects.hasAny({Effect::Sleep, Effect::TaskWait, Effect::NetRequest,
                         Effect::NetConnect, Effect::NetDns, Effect::NetWait,
                         Effect::RpcCall});
}

/// Has the function gone on, before Site, in threads that are there to be
/// blocked: `co_await pool.schedule();`?
bool hasChangedThread(const Program &Linked, const SiteRef &Site) {
  return llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other.Index < Site.Index && Other->awaited() &&
           Linked.effectsAt(Other).hasAny(
               {Effect::TaskSpawn, Effect::ThreadSpawn});
  });
}

/// Before the loop in which a server accepts, which is as good as the start of
/// the program?
bool isBeforeServing(const Program &Linked, const SiteRef &Site) {
  return !Site->repeated() &&
         llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
           return Other.Index > Site.Index && Other->repeated() &&
                  Linked.effectsAt(Other).has(Effect::EventLoop);
         });
}

/// A wait for something that was asked before whether it is ready.
bool isKnownToBeReady(const Program &Linked, const FarCall &Call) {
  const SiteRef Site = Call.Path.front();
  if (!Site->has_api() || !Call.Effects.has(Effect::TaskWait))
    return false;
  return llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other->has_api() && Linked.effectsAt(Other).has(Effect::TaskPoll) &&
           !Program::areDifferent(Other->api().handle(), Site->api().handle());
  });
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
    if (!Function.Fact->is_async())
      continue;
    for (const SiteRef &Site : Function.sites()) {
      if (Site->awaited() || isBeforeServing(Linked, Site) ||
          hasChangedThread(Linked, Site) || Site->cold() ||
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
