// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/network/UncachedFetchCheck.h"
#include "checks/support/Spawns.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"
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

/// Does the text call a function that is not known to only compute?
bool callsFunction(llvm::StringRef Sql) {
  static const llvm::Regex Call("([A-Za-z_][A-Za-z_0-9.]*)[[:space:]]*\\(");
  static constexpr llvm::StringRef Harmless[] = {
      "count", "sum",   "min",    "max",  "avg",    "coalesce", "lower",
      "upper", "in",    "exists", "cast", "length", "trim",     "and",
      "or",    "where", "from",   "on",   "values", "not",      "as"};
  llvm::SmallVector<llvm::StringRef, 2> Found;
  while (Call.match(Sql, &Found)) {
    if (llvm::none_of(Harmless, [&](llvm::StringRef Name) {
          return Found[1].equals_insensitive(Name);
        }))
      return true;
    Sql = Sql.substr(Sql.find(Found[0]) + Found[0].size());
  }
  return false;
}

/// May the answer be another one behind Other?
bool mayChange(const Program &Linked, const SiteRef &Other) {
  const EffectSet Effects = Linked.effectsAt(Other);
  // What nobody has seen may write, too.
  return (!Other->has_api() && Linked.targets(Other).empty()) ||
         holdsBack(Effects) ||
         Effects.hasAny({Effect::DbAutocommitWrite, Effect::DbCommit,
                         Effect::DbBegin, Effect::KvPut, Effect::KvSyncWrite,
                         Effect::NetRequest, Effect::RpcCall}) ||
         opensConnection(Effects) ||
         llvm::any_of(Linked.callsAt(Other), [](const FarCall &Between) {
           // `SET search_path …`, and text that is not known.
           return Between.Api->may_write() ||
                  (Between.Effects.has(Effect::DbQuery) &&
                   sqlVerb(Between.Sql.known()) != "SELECT");
         });
}

// A sequence, a clock, a lock, the last id: another answer each time.
bool isVolatilePath(llvm::StringRef Path) {
  static const llvm::Regex Volatile(
      "next|pop|random|token|nonce|health|ping|status|poll|time|queue|session|"
      "lock|job|new|uuid|generat|guid|rand|now|latest|current|live|metric|"
      "login|"
      "auth",
      llvm::Regex::IgnoreCase);
  return Volatile.match(Path);
}

/// Asks Call for the same again and again, of what does not change meanwhile as
/// far as its loop shows?
bool asksForSame(const Program &Linked, const FarCall &Call) {
  static const llvm::Regex VolatileSql(
      "current_|for (no key )?(update|share|key share)|skip locked|sysdate|@@|"
      "[^a-z_]into[^a-z_]",
      llvm::Regex::IgnoreCase);
  const SiteRef Site = Call.Path.front();
  const llvm::StringRef Text = Call.Sql.known();
  if (!hasConstantKey(Call) || Site->touched() ||
      Site.In->loopOf(*Site)->calls_unknown())
    return false;
  if (Call.Effects.has(Effect::DbQuery)
          ? !Call.Sql.complete() || VolatileSql.match(Text) ||
                callsFunction(Text)
          : Call.Api->discarded() || isVolatilePath(Text))
    return false;
  return llvm::none_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other.Index != Site.Index &&
           Site.In->isWithin(*Other, Site->loop()) && mayChange(Linked, Other);
  });
}

bool fetchesSame(const Program &Linked, const FarCall &Call) {
  return isFetch(Call) && happensPerItem(Call) && !Call.IsMemoised &&
         !Call.Path.front()->is_memoised() && !Call.Api->async() &&
         !Call.Api->is_embedded() && !Call.Api->throw_away() &&
         !Linked.traits().Embedded.contains(Call.Api->library()) &&
         isSameConnection(Call) && !Call.Path.front()->decides_end() &&
         asksForSame(Linked, Call);
}

/// Each request asks another server for what does not depend on the request.
/// Of a database one cannot tell how old an answer may be.
bool fetchesForRequest(const FarCall &Call) {
  return Call.Effects.has(Effect::NetFetch) && happensPerItem(Call) &&
         !Call.IsMemoised && !Call.Path.front()->is_memoised() &&
         !Call.Api->async() && !Call.Api->discarded() && hasConstantKey(Call) &&
         Call.Address.parameters().empty() &&
         !isVolatilePath(Call.Sql.known()) &&
         llvm::all_of(Call.Path,
                      [](const SiteRef &Step) { return Step->every_call(); });
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop *L = Site.In->loopOf(*Site);
  LinkedFinding F;
  F.Check = UncachedFetchCheck::Info.Name;
  F.At = Site;
  F.Message = fmt::format(
      "each '{}' {} the same from a server again: once per {}",
      Site->spelling(), Site->has_api() ? "fetches" : "leads to fetching",
      L ? "iteration" : "request");
  F.Growth = Growth;
  F.Notes = wayOf(Call);
  if (L) {
    F.FixTitle = "fetch it once, before the loop, or keep it for a while";
    F.Advice = fmt::format("const auto fetched = {}(…);\n{}\n  … fetched …",
                           Site->spelling(),
                           L->header().empty() ? "for (…)" : L->header());
  } else {
    F.FixTitle = "keep it for a while, for all requests";
    F.Advice =
        fmt::format("if (now - fetchedAt > maxAge)  // members, under a mutex\n"
                    "  fetched = {}(…), fetchedAt = now;",
                    Site->spelling());
  }
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
  forEachRequestCall(Linked, Info.Name, fetchesForRequest,
                     [&](const FarCall &Call) { addFinding(Call, Found); });
}

} // namespace slowpath
