// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/network/UncachedFetchCheck.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

constexpr Cost Growth = {"n requests", "1 request"};

bool isFetch(const FarCall &Call) {
  return Call.Effects.has(Effect::NetFetch) ||
         Call.Effects.has(Effect::KvGet) ||
         (Call.Effects.has(Effect::DbQuery) &&
          !Call.Effects.has(Effect::DbAutocommitWrite) &&
          sqlVerb(Call.Sql.known()) == "SELECT");
}

bool fetchesSame(const Program &Linked, const FarCall &Call) {
  return isFetch(Call) && happensPerItem(Call) && !Call.IsMemoised &&
         !Call.Path.front()->is_memoised() && !Call.Api->async() &&
         !Call.Api->is_embedded() && !Call.Api->throw_away() &&
         !Linked.traits().Embedded.contains(Call.Api->library()) &&
         isSameConnection(Call) && !Call.Path.front()->decides_end() &&
         asksForSame(Linked, Call);
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  LinkedFinding F;
  F.Check = UncachedFetchCheck::Info.Name;
  F.At = Site;
  F.Message = fmt::format(
      "each '{}' {} the same from a server again: once per iteration",
      Site->spelling(), Site->has_api() ? "fetches" : "leads to fetching");
  F.Growth = Growth;
  F.Notes = wayOf(Call);
  F.FixTitle = "fetch it once, before the loop, or keep it for a while";
  F.Advice = fmt::format("const auto fetched = {}(…);\n{}\n  … fetched …",
                         Site->spelling(),
                         L.header().empty() ? "for (…)" : L.header());
  Found.push_back(std::move(F));
}

} // namespace

constinit const CheckInfo UncachedFetchCheck::Info = {
    .Name = "slowpath-uncached-fetch",
    .Summary = "asks a server for the same again in every iteration",
    .Group = Category::Network,
    .Paid = Impact::VeryLarge,
    .Typical = Growth,
    .BestFix = FixLevel::Advice,
    .Speed = Latency::Fast};

void UncachedFetchCheck::findFetches(const Program &Linked,
                                     std::vector<LinkedFinding> &Found) {
  forEachItemCall(
      Linked, Info.Name,
      [&](const FarCall &Call) { return fetchesSame(Linked, Call); },
      [&](const FarCall &Call) { addFinding(Call, Found); });
}

} // namespace slowpath
