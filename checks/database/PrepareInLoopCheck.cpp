// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/PrepareInLoopCheck.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

constexpr Cost Growth = {"n preparations", "1 preparation"};

/// Is loop Inner of Function, by its number, within Outer? Every loop is within
/// 0, the function.
bool isWithin(const facts::Function &Function, unsigned Inner, unsigned Outer) {
  while (Inner != 0 && Inner != Outer)
    Inner = Function.loops(static_cast<int>(Inner) - 1).parent();
  return Inner == Outer;
}

/// Is what Leaf prepares executed again and again in a loop of its own? The
/// rows of one answer are taken in such a loop, too, but end it.
bool isAmortised(const Program &Linked, SiteRef Leaf) {
  const facts::Function &Function = *Leaf.In->Fact;
  return llvm::any_of(llvm::seq(0, Function.sites_size()), [&](int I) {
    const facts::Site &Other = Function.sites(I);
    if (Other.loop() == Leaf->loop() || Other.in_condition() ||
        Other.decides_end() || !isWithin(Function, Other.loop(), Leaf->loop()))
      return false;
    const EffectSet Effects =
        Linked.effectsAt({Leaf.In, static_cast<unsigned>(I)});
    return Effects.has(Effect::DbQuery) ||
           Effects.has(Effect::DbAutocommitWrite);
  });
}

/// `BEGIN` and `PRAGMA` have no plan: nothing is gained by keeping them.
bool hasPlan(llvm::StringRef Sql) {
  const std::string Verb = sqlVerb(Sql);
  return llvm::is_contained({"SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE",
                             "MERGE", "WITH", "CALL", "EXECUTE", "VALUES"},
                            llvm::StringRef(Verb));
}

bool preparesTheSame(const Program &Linked, const FarCall &Call) {
  return Call.Effects.has(Effect::DbPrepare) &&
         !Call.Effects.has(Effect::DbQuery) && Call.Sql.complete() &&
         hasPlan(Call.Sql.known()) && happensPerItem(Call) &&
         !Call.IsMemoised && !Call.Path.front()->is_memoised() &&
         isSameConnection(Call) && !isAmortised(Linked, Call.Path.back());
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  const std::string Verb = sqlVerb(Call.Sql.known());
  LinkedFinding F;
  F.Check = PrepareInLoopCheck::Info.Name;
  F.At = Site;
  F.Message =
      fmt::format("each '{}' {} the same {} again: parsed and planned "
                  "once per iteration",
                  Site->spelling(),
                  Site->has_api() ? "prepares" : "leads to preparing", Verb);
  F.Growth = Growth;
  F.Notes = wayOf(Call);
  const std::string Header =
      L.header().empty() ? Site->spelling() + "(…)" : L.header();
  F.FixTitle = "prepare it once, and bind each item's values";
  F.Advice = fmt::format("{}(… \"{}\" …);  // {}\n{}\n  …  // bind the item's "
                         "values, execute, reset",
                         Call.Path.back()->spelling(), Call.Sql.known(),
                         onceFor(Call), Header);
  Found.push_back(std::move(F));
}

} // namespace

constinit const CheckInfo PrepareInLoopCheck::Info = {
    .Name = "slowpath-prepare-in-loop",
    .Summary = "prepares the same SQL statement once per item",
    .Group = Category::Database,
    .Paid = Impact::Large,
    .Typical = Growth,
    .BestFix = FixLevel::Advice,
    .Speed = Latency::Fast};

void PrepareInLoopCheck::findPreparations(const Program &Linked,
                                          std::vector<LinkedFinding> &Found) {
  forEachItemCall(
      Linked, Info.Name,
      [&](const FarCall &Call) { return preparesTheSame(Linked, Call); },
      [&](const FarCall &Call) { addFinding(Call, Found); });
}

} // namespace slowpath
