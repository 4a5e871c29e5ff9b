// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/QueryInLoopCheck.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

constexpr Cost Growth = {"n queries", "1 query"};

/// What the text is missing at its end is no value, but the name of a table.
bool namesATable(llvm::StringRef Known) {
  static const llvm::Regex Pattern(
      "(^|[^a-z_])(from|into|update|table|join|pragma)[[:space:]]*[\"`']?"
      "($|%[0-9a-z]|\\{)",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Known);
}

/// Asks for many items at a time already.
bool takesMany(llvm::StringRef Known) {
  static const llvm::Regex Pattern(
      "(^|[^a-z_])(in[[:space:]]*\\(|(any|unnest)[[:space:]]*\\(|for update)",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Known);
}

/// A sequence, a clock, a lock, the last id: another answer each time.
bool isVolatile(llvm::StringRef Known) {
  static const llvm::Regex Pattern(
      "nextval|last_insert|lastval|currval|random|uuid|now\\(|advisory|"
      "pg_notify|row_count|changes\\(",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Known);
}

/// `SELECT 1`: asks whether the server is there, and nothing of its tables.
bool isOfNoTable(const facts::Text &Sql) {
  static const llvm::Regex Pattern("[^a-z_](from|join)[^a-z_]",
                                   llvm::Regex::IgnoreCase);
  return Sql.complete() && !Pattern.match(Sql.known());
}

/// `WHERE id = ?` and its like, up to where the value stands.
std::optional<std::string> manyAtOnce(llvm::StringRef Known,
                                      llvm::StringRef Many) {
  static const llvm::Regex Pattern(
      "^(.*[^<>!=[:space:]])[[:space:]]*=[[:space:]]*(\\?[0-9]*|\\$[0-9]+|"
      ":[A-Za-z_0-9]+|%[0-9a-z]+|'?)(.*)$");
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  if (!Pattern.match(Known, &Parts) || !Parts[1].contains_insensitive("where"))
    return std::nullopt;
  return fmt::format("{} {}{}", Parts[1].str(),
                     Many.empty() ? "IN (…)" : Many.str(),
                     Parts[2].empty() || Parts[2] == "'" ? "" : Parts[3].str());
}

bool isBulk(const Program &Linked, SiteRef Site) {
  return llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other->has_api() && Linked.effectsAt(Other).has(Effect::DbBulk);
  });
}

/// One query at least for each item of the loop around Site.
bool asksPerItem(const Program &Linked, const FarCall &Call) {
  const facts::Site &Site = *Call.Path.front();
  const llvm::StringRef Known = Call.Sql.known();
  const std::string Verb = sqlVerb(Known);
  return Call.Effects.has(Effect::DbQuery) &&
         !Call.Effects.has(Effect::DbAutocommitWrite) && happensPerItem(Call) &&
         !Call.IsMemoised && !Call.Api->async() &&
         (Verb == "SELECT" || Verb == "WITH") && !Call.Api->is_embedded() &&
         !Linked.traits().Embedded.contains(Call.Api->library()) &&
         !namesATable(Known) && !takesMany(Known) && !isVolatile(Known) &&
         !isOfNoTable(Call.Sql) && isSameConnection(Call) &&
         !hasConstantKey(Call) && !Site.is_memoised() &&
         llvm::none_of(Call.Path, [&](const SiteRef &Step) {
           return isBulk(Linked, Step);
         });
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  LinkedFinding F;
  F.Check = QueryInLoopCheck::Info.Name;
  F.At = Site;
  F.Message =
      fmt::format("each '{}' {} this {}: one round trip to the "
                  "database per iteration",
                  Site->spelling(), Site->has_api() ? "executes" : "leads to",
                  sqlVerb(Call.Sql.known()));
  F.Growth = Growth;
  F.Notes = wayOf(Call);
  const std::optional<std::string> Many =
      manyAtOnce(Call.Sql.known(), Call.Api->many());
  const std::string Header =
      L.header().empty() ? Site->spelling() + "(…)" : L.header();
  if (Many) {
    F.FixTitle = "ask once, for the keys of all items";
    F.Advice = fmt::format("{}  -- once, before the loop\n"
                           "{}\n"
                           "  …  // take the item's row from the result",
                           *Many, Header);
  } else {
    F.FixTitle = "ask once: join it to the query that the items come from";
    F.Advice =
        fmt::format("{} … JOIN …  -- once, before the loop\n"
                    "{}\n"
                    "  …  // take the item's row from the result",
                    llvm::StringRef(Call.Sql.known()).trim().str(), Header);
  }
  Found.push_back(std::move(F));
}

} // namespace

constinit const CheckInfo QueryInLoopCheck::Info = {
    .Name = "slowpath-query-in-loop",
    .Summary = "asks a database server once per item (N+1)",
    .Group = Category::Database,
    .Paid = Impact::VeryLarge,
    .Typical = Growth,
    .BestFix = FixLevel::Advice,
    .Speed = Latency::Fast};

void QueryInLoopCheck::findQueries(const Program &Linked,
                                   std::vector<LinkedFinding> &Found) {
  llvm::DenseSet<const facts::Loop *> Reported;
  for (const ProgramFunction &Function : Linked.functions()) {
    for (const SiteRef &Here : Function.sites()) {
      const facts::Loop *L = itemLoop(Here, Info.Name);
      if (!L || Reported.contains(L) || Here->is_carried() ||
          Here->decides_end())
        continue;
      for (const FarCall &Call : Linked.callsAt(Here))
        if (asksPerItem(Linked, Call)) {
          addFinding(Call, Found);
          Reported.insert(L);
          break;
        }
    }
  }
}

} // namespace slowpath
