// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/SerialWaitCheck.h"
#include "checks/support/Spawns.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

/// Effects of work over a network or on a server that may happen for several
/// items at once, on a connection each.
bool isRemote(const EffectSet &Effects) {
  return Effects.hasAny({Effect::NetRequest, Effect::NetWait,
                         Effect::NetConnect, Effect::NetDns, Effect::RpcCall});
}

/// What changes something that others see, or is there once: order matters.
bool isOrdered(const EffectSet &Effects) {
  return Effects.hasAny({Effect::DbQuery, Effect::DbCommit, Effect::DbBegin,
                         Effect::KvPut, Effect::KvSyncWrite, Effect::KvQuery,
                         Effect::IoMove, Effect::IoFsync, Effect::ProcessSpawn,
                         Effect::Sleep, Effect::SemAcquire, Effect::Limiter,
                         Effect::EventLoop, Effect::TaskWait});
}

/// Is the object of Call one that the coroutine makes for itself?
bool isOwn(const FarCall &Call) {
  return llvm::any_of(handlesOf(Call), [](const facts::Place &Place) {
    return Place.origin() == facts::Place::LOCAL;
  });
}

/// Does the coroutine that Site awaits depend on nothing but what it is given?
bool isIndependent(const Program &Linked, const SiteRef &Site) {
  // What one leaves in an object, the next finds there.
  if (Site->has_object() || Site->changes_lasting())
    return false;
  const auto Targets = Linked.targets(Site);
  if (Targets.empty() ||
      !llvm::all_of(Targets, [](const ProgramFunction *Target) {
        return Target->Fact->is_coroutine();
      }))
    return false;
  if (isOrdered(Linked.effectsAt(Site)))
    return false;
  bool Remote = false;
  for (const FarCall &Call : Linked.callsAt(Site)) {
    if (!isRemote(Call.Effects))
      continue;
    if (Call.Path.size() < 2 || !isOwn(Call))
      return false;
    Remote = true;
  }
  return Remote;
}

void addFinding(const SiteRef &Site, const facts::Loop &L,
                std::vector<LinkedFinding> &Found) {
  LinkedFinding F;
  F.Check = SerialWaitCheck::Info.Name;
  F.At = Site;
  F.Message = fmt::format(
      "each '{}' is awaited before the next one is started: the coroutines run "
      "one after the other",
      Site->spelling());
  F.Growth = SerialWaitCheck::Info.Typical;
  F.Notes.push_back(noteOf(*Site.In, L));
  F.FixTitle = "start several, then wait for all";
  F.Advice = fmt::format(
      "{0}\n"
      "  started.push_back({1}(…));  // with asio: co_spawn(executor, {1}(…), "
      "deferred)\n"
      "co_await all of them, a few at once: asio's make_parallel_group, "
      "collectAllWindowed, when_all",
      L.header().empty() ? "for (…)" : L.header(), Site->spelling());
  Found.push_back(std::move(F));
}

} // namespace

void SerialWaitCheck::findAwaits(const Program &Linked,
                                 std::vector<LinkedFinding> &Found) {
  for (const ProgramFunction &Function : Linked.functions())
    for (const SiteRef &Site : Function.sites()) {
      if (!Site->awaited() || Site->is_carried() || Site->decides_end() ||
          Site->is_memoised() || Site->isolated() || Site->dispatched())
        continue;
      const facts::Loop *L = itemLoop(Site, Info.Name);
      if (L && !L->holds_back() && isIndependent(Linked, Site) &&
          !otherHoldsBack(Linked, Site))
        addFinding(Site, *L, Found);
    }
}

} // namespace slowpath
