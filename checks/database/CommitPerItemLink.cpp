// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/CommitPerItemLink.h"
#include "checks/database/CommitPerItemCheck.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/TransactionRewrite.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

/// Does the loop, anywhere in it, what must not wait for a commit?
bool holdsMoreThanWrites(const Program &Linked, const ProgramFunction &Function,
                         unsigned LoopNumber) {
  for (const auto &[Index, Site] : llvm::enumerate(Function.Fact->sites())) {
    if (!Function.isWithin(Site, LoopNumber))
      continue;
    const SiteRef Here{&Function, static_cast<unsigned>(Index)};
    const EffectSet Effects = Linked.effectsAt(Here);
    if ((Site.has_api() ? hasForeignEffect(Effects)
                        : reachesOutside(Effects)) ||
        (Site.has_api() && Site.api().locks_rows()) ||
        llvm::any_of(Linked.targets(Here), [](const ProgramFunction *Target) {
          return Target->Summary.LocksRows;
        }))
      return true;
  }
  return false;
}

LinkedTransaction transactionAround(const Program &Linked,
                                    const FarCall &Call) {
  const std::vector<facts::Place> Handles = handlesOf(Call);
  for (size_t I = 0; I + 1 < Call.Path.size(); ++I)
    if (Linked.isOpenWithin(Call.Path[Call.Path.size() - 1 - I], Handles[I]))
      return LinkedTransaction::Open;
  return Linked.transactionAt(Call.Path.front(), Handles.back());
}

/// How the project itself opens a transaction on the object of Site.
struct ProjectLines {
  std::string Begin;
  std::string Commit;
};

std::string lastComponent(llvm::StringRef Name) {
  return (Name.contains("::") ? Name.rsplit("::").second : Name).str();
}

const facts::Function *simpleMethod(const Program &Linked,
                                    llvm::StringRef Owner, bool Begins) {
  for (const ProgramFunction &Each : Linked.functions())
    if (!Owner.empty() && Each.Fact->owner() == Owner &&
        Each.Fact->is_simple() &&
        !(Begins ? Each.Summary.Begins : Each.Summary.Ends).empty())
      return Each.Fact;
  return nullptr;
}

ProjectLines linesFor(const Program &Linked, const FarCall &Call) {
  const facts::Site &Site = *Call.Path.front();
  const llvm::StringRef Spelling = Site.spelling();
  const llvm::StringRef Object =
      Spelling.drop_back(Spelling.size() - (Spelling.find_last_of(".>") + 1));
  const auto Targets = Linked.targets(Call.Path.front());
  const llvm::StringRef Owner =
      Targets.empty() ? llvm::StringRef() : Targets.front()->Fact->owner();
  if (const facts::Function *Begin = simpleMethod(Linked, Owner, true)) {
    const std::string Called =
        fmt::format("{}{}()", Object.str(), lastComponent(Begin->name()));
    if (const facts::Function *Commit =
            simpleMethod(Linked, Begin->result(), false))
      return {fmt::format("auto transaction = {};", Called),
              fmt::format("transaction.{}();", lastComponent(Commit->name()))};
    if (const facts::Function *Commit = simpleMethod(Linked, Owner, false))
      return {Called + ";", fmt::format("{}{}();", Object.str(),
                                        lastComponent(Commit->name()))};
  }
  std::string Begin = "BEGIN", Commit = "COMMIT";
  for (const ApiModel &Row : ApiModels::builtin()->all())
    if (Row.Library == Call.Api->library() && Row.Transaction) {
      Begin = Row.Transaction->Begin;
      Commit = Row.Transaction->Commit;
      break;
    }
  const auto Named = [](llvm::StringRef Code) {
    return withHandle(Code, "connection", "connection.");
  };
  return {fmt::format("{}beginTransaction();  // new: {}", Object.str(),
                      Named(Begin)),
          fmt::format("{}commitTransaction();  // new: {}", Object.str(),
                      Named(Commit))};
}

void report(const Program &Linked, const FarCall &Call, std::string Message,
            std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop &L = *Site.In->loopOf(*Site);
  LinkedFinding F;
  F.Check = CommitPerItemCheck::Info.Name;
  F.At = Site;
  F.Message = std::move(Message);
  F.Growth = CommitPerItemCheck::Info.Typical;
  F.Notes = wayOf(Call);
  const ProjectLines Lines = linesFor(Linked, Call);
  F.FixTitle = "one transaction for all items";
  F.Advice =
      fmt::format("{}\n{}\n  …\n{}", Lines.Begin,
                  L.header().empty() ? Site->spelling() + "(…);" : L.header(),
                  Lines.Commit);
  Found.push_back(std::move(F));
}

/// A commit of a transaction that the function around it has begun.
bool endsOwnTransaction(const Program &Linked, const FarCall &Call) {
  const SiteRef Leaf = Call.Path.back();
  bool Begins = false, Writes = false;
  for (const auto &[Index, Site] : llvm::enumerate(Leaf.In->Fact->sites())) {
    const SiteRef Here{Leaf.In, static_cast<unsigned>(Index)};
    if (!Site.has_api())
      continue;
    const EffectSet Effects = Linked.effectsAt(Here);
    // An item that fails is undone alone.
    if (Effects.has(Effect::DbRollback))
      return false;
    if (Index >= Leaf.Index)
      continue;
    Begins |= Effects.has(Effect::DbBegin) && Site.every_call();
    // What is written of many parts is a batch, and not too small.
    const facts::Loop *OfParts = Leaf.In->loopOf(Site);
    Writes |= Site.api().may_write() && !Effects.has(Effect::DbCommit) &&
              !(OfParts && OfParts->per_item());
  }
  return Begins && Writes && Leaf->every_call();
}

/// Is a step of Call's way reported?
bool isReported(const FarCall &Call, const ReportedPlaces &Known) {
  return llvm::any_of(Call.Path, [&](const SiteRef &Step) {
    return Known.contains({CommitPerItemCheck::Info.Name.str(),
                           placeText(Step.In->fileOf(Step->at()),
                                     Step->at().line(), Step->at().column())});
  });
}

void checkSite(const Program &Linked, SiteRef Site, const ReportedPlaces &Known,
               std::vector<LinkedFinding> &Found) {
  const ProgramFunction &Function = *Site.In;
  if (!itemLoop(Site, CommitPerItemCheck::Info.Name) || Site->isolated())
    return;
  const std::vector<FarCall> Calls = Linked.callsAt(Site);
  if (Calls.empty() || holdsMoreThanWrites(Linked, Function, Site->loop()))
    return;
  for (const FarCall &Call : Calls) {
    const bool IsWrite = Call.Effects.has(Effect::DbAutocommitWrite);
    const bool IsCommit = Call.Effects.has(Effect::DbCommit);
    if ((!IsWrite && !IsCommit) || !happensPerItem(Call) || Call.Api->async() ||
        !isSameConnection(Call) ||
        Linked.traits().ThrowAway.contains(Call.Api->library()))
      continue;
    if (isReported(Call, Known))
      return;
    const bool IsInOneUnit = llvm::all_of(Call.Path, [&](const SiteRef &Step) {
      return Linked.isIn(*Function.Unit, *Step.In);
    });
    if (IsCommit) {
      // What one unit shows is found there.
      if (IsInOneUnit || !endsOwnTransaction(Linked, Call) ||
          Linked.transactionAt(Site, handlesOf(Call).back()) ==
              LinkedTransaction::Open)
        continue;
      report(Linked, Call,
             fmt::format("each '{}' is a transaction of its own: it commits "
                         "and waits for the disk, once per iteration",
                         Site->spelling()),
             Found);
      return;
    }
    const LinkedTransaction State = Call.Api->autocommit_scope()
                                        ? LinkedTransaction::Closed
                                        : transactionAround(Linked, Call);
    if (State == LinkedTransaction::Open ||
        (State == LinkedTransaction::Unknown &&
         (IsInOneUnit ||
          Linked.traits().Beginning.contains(Call.Api->library()))))
      continue;
    const std::string Verb = sqlVerb(Call.Sql.known());
    report(Linked, Call,
           fmt::format("each '{}' runs {} that is a transaction of its own "
                       "with a disk sync, once per iteration{}",
                       Site->spelling(),
                       Verb.empty() ? "a statement" : "this " + Verb,
                       State == LinkedTransaction::Unknown
                           ? ", unless a caller has opened one"
                           : ""),
           Found);
    return;
  }
}

} // namespace

void findCommitsAcrossUnits(const Program &Linked, const ReportedPlaces &Known,
                            std::vector<LinkedFinding> &Found) {
  llvm::DenseSet<const facts::Loop *> Reported;
  for (const ProgramFunction &Function : Linked.functions()) {
    for (const auto &[Index, Site] : llvm::enumerate(Function.Fact->sites())) {
      const facts::Loop *L = Function.loopOf(Site);
      if (!L || Reported.contains(L))
        continue;
      const size_t Before = Found.size();
      checkSite(Linked, {&Function, static_cast<unsigned>(Index)}, Known,
                Found);
      if (Found.size() != Before)
        Reported.insert(L);
    }
  }
}

bool isCommitRefuted(const Program &Linked, llvm::StringRef Check,
                     SiteRef Site) {
  if (Check != CommitPerItemCheck::Info.Name || !Site->has_api() ||
      Site->api().autocommit_scope() ||
      !Linked.effectsAt(Site).has(Effect::DbAutocommitWrite))
    return false;
  // What its own function shows, its own unit has seen, and knows better.
  if (Linked.isOpenWithin(Site, Site->api().handle()))
    return false;
  switch (Linked.transactionAt(Site, Site->api().handle())) {
  case LinkedTransaction::Open:
    return true;
  case LinkedTransaction::Closed:
    return false;
  case LinkedTransaction::Unknown:
    // Where transactions are known, whoever calls may be in one.
    return Linked.beginsOutside(*Site.In->Unit, Site->api().library());
  }
  llvm_unreachable("all states are handled");
}

} // namespace slowpath
