// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/UnboundedFanoutCheck.h"
#include "checks/support/Spawns.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

bool startsProcess(const FarCall &Call) {
  return Call.Effects.has(Effect::ProcessSpawn);
}

bool startsCoroutine(const FarCall &Call) {
  return !startsProcess(Call) && !Call.Effects.has(Effect::ThreadSpawn);
}

bool startsForEach(const Program &Linked, const FarCall &Call) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  if (!Call.Api->starts_on() || !happensPerItem(Call) || L.of_running() ||
      L.holds_back() || otherHoldsBack(Linked, Site))
    return false;
  // What one unit shows, the check of that unit has seen.
  if (llvm::all_of(Call.Path, [&](const SiteRef &Step) {
        return Linked.isIn(*Site.In->Unit, *Step.In);
      }))
    return false;
  return llvm::all_of(
      llvm::drop_begin(llvm::drop_end(Call.Path)), [&](const SiteRef &Step) {
        return Step->every_call() && !Step.In->Fact->holds_back() &&
               !otherHoldsBack(Linked, Step, /*InLoop=*/false);
      });
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  const llvm::StringRef What = startsProcess(Call)     ? "process"
                               : startsCoroutine(Call) ? "coroutine"
                                                       : "thread";
  LinkedFinding F;
  F.Check = UnboundedFanoutCheck::Info.Name;
  F.At = Site;
  F.Message =
      fmt::format("each '{}' leads to the start of a {} that nobody waits for "
                  "here: one per iteration, with no limit",
                  Site->spelling(), What.str());
  F.Growth = startsProcess(Call)     ? Cost{"n processes", "one per core"}
             : startsCoroutine(Call) ? Cost{"n tasks at once", "a fixed number"}
                                     : Cost{"n threads", "one per core"};
  F.Notes = wayOf(Call);
  F.FixTitle = "let only so many run at once";
  F.Advice = fmt::format(
      "std::counting_semaphore<> places(std::thread::hardware_concurrency());\n"
      "{0}\n"
      "  places.acquire();  // places.release() where the {1} ends\n"
      "  {2}(…)",
      L.header().empty() ? "for (…)" : L.header(), What.str(),
      Site->spelling());
  Found.push_back(std::move(F));
}

} // namespace

void UnboundedFanoutCheck::findStarts(const Program &Linked,
                                      std::vector<LinkedFinding> &Found) {
  forEachItemCall(
      Linked, Info.Name,
      [&](const FarCall &Call) { return startsForEach(Linked, Call); },
      [&](const FarCall &Call) { addFinding(Call, Found); });
}

} // namespace slowpath
