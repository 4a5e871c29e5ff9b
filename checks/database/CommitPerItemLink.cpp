// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/CommitPerItemLink.h"
#include "checks/database/CommitPerItemCheck.h"
#include "checks/support/CommitLoop.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

/// "INSERT"; empty if the text is not known.
std::string verbOf(llvm::StringRef Sql) {
  return Sql.ltrim()
      .take_while([](char C) { return llvm::isAlpha(C); })
      .upper();
}

/// Does the loop, anywhere in it, what must not wait for a commit?
bool holdsMoreThanWrites(const Program &Linked, const ProgramFunction &Function,
                         unsigned LoopNumber) {
  for (const auto &[Index, Site] : llvm::enumerate(Function.Fact->sites())) {
    unsigned Around = Site.loop();
    while (Around != 0 && Around != LoopNumber)
      Around = Function.Fact->loops(static_cast<int>(Around) - 1).parent();
    if (Around != LoopNumber)
      continue;
    const SiteRef Here{&Function, static_cast<unsigned>(Index)};
    if (hasForeignEffect(Linked.effectsAt(Here)) ||
        (Site.has_api() && Site.api().locks_rows()) ||
        llvm::any_of(Linked.targets(Here), [](const ProgramFunction *Target) {
          return Target->Summary.LocksRows;
        }))
      return true;
  }
  return false;
}

/// The connection of Call as each function on its path names it, from the
/// library call's own to that of the first.
std::vector<facts::Place> handlesOf(const FarCall &Call) {
  std::vector<facts::Place> Result = {Call.Api->handle()};
  for (size_t I = Call.Path.size() - 1; I-- > 0;)
    Result.push_back(Program::atCaller(Result.back(), *Call.Path[I]));
  return Result;
}

LinkedTransaction transactionAround(const Program &Linked,
                                    const FarCall &Call) {
  const std::vector<facts::Place> Handles = handlesOf(Call);
  for (size_t I = 0; I + 1 < Call.Path.size(); ++I)
    if (Linked.isOpenWithin(Call.Path[Call.Path.size() - 1 - I], Handles[I]))
      return LinkedTransaction::Open;
  return Linked.transactionAt(Call.Path.front(), Handles.back());
}

/// Is the connection that Call is for the same in all iterations around Site?
bool isSameConnection(const FarCall &Call, const facts::Site &Site) {
  if (Site.has_api())
    return Site.api().stable();
  // As the function called at Site names it.
  const std::vector<facts::Place> Handles = handlesOf(Call);
  const facts::Place &Inner = Handles[Handles.size() - 2];
  switch (Inner.origin()) {
  case facts::Place::PARAMETER:
    return static_cast<int>(Inner.index()) < Site.arguments_size() &&
           Site.arguments(static_cast<int>(Inner.index())).stable();
  case facts::Place::THIS:
    return Site.object().stable();
  // One that a function makes for itself is another one each time.
  case facts::Place::LOCAL:
    return false;
  case facts::Place::UNKNOWN:
    // Nobody says which: not one of a function's own, at least.
    return Call.Handle.origin() != facts::Place::LOCAL;
  default:
    return true;
  }
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
  const auto Named = [](std::string Code) {
    for (const llvm::StringRef Hole : {"{handle.}", "{handle}"})
      for (size_t At = Code.find(Hole); At != std::string::npos;
           At = Code.find(Hole))
        Code.replace(At, Hole.size(),
                     Hole == "{handle}" ? "connection" : "connection.");
    return Code;
  };
  return {fmt::format("{}beginTransaction();  // new: {}", Object.str(),
                      Named(Begin)),
          fmt::format("{}commitTransaction();  // new: {}", Object.str(),
                      Named(Commit))};
}

void report(const Program &Linked, const FarCall &Call, std::string Message,
            std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const ProgramFunction &Function = *Site.In;
  const facts::Loop &L = *Function.loopOf(*Site);
  LinkedFinding F;
  F.Check = CommitPerItemCheck::Info.Name;
  F.At = Site;
  F.Message = std::move(Message);
  F.Growth = CommitPerItemCheck::Info.Typical;
  F.Notes.push_back({Function.fileOf(L.at()).str(), L.at(),
                     L.algorithm()
                         ? "the callable is run once per element by this call"
                         : "inside this loop"});
  for (const SiteRef &Step : llvm::drop_begin(Call.Path)) {
    const std::string Where = Step.In->fileOf(Step->at()).str();
    F.Notes.push_back({Where, Step->at(),
                       fmt::format("'{}' calls '{}' here",
                                   Step.In->Fact->name(), Step->spelling())});
  }
  for (const facts::Position &At : Call.Api->path())
    F.Notes.push_back({Call.Path.back().In->fileOf(At).str(), At,
                       fmt::format("'{}' ends up in this call",
                                   Call.Path.back()->spelling())});
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
    if (!Site.has_api() || Index >= Leaf.Index)
      continue;
    const EffectSet Effects = Linked.effectsAt(Here);
    Begins |= Effects.has(Effect::DbBegin) && Site.every_call();
    Writes |= Site.api().may_write() && !Effects.has(Effect::DbCommit);
    // An item that fails is undone alone.
    if (Effects.has(Effect::DbRollback))
      return false;
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
  const facts::Loop *L = Function.loopOf(*Site);
  if (!L || !L->per_item() || Site->in_condition() || Site->selective() ||
      Site->isolated() || Site->cold() ||
      !llvm::is_contained(Site->reportable(), CommitPerItemCheck::Info.Name))
    return;
  const std::vector<FarCall> Calls = Linked.callsAt(Site);
  if (Calls.empty() || holdsMoreThanWrites(Linked, Function, Site->loop()))
    return;
  for (const FarCall &Call : Calls) {
    const bool IsWrite = Call.Effects.has(Effect::DbAutocommitWrite);
    const bool IsCommit = Call.Effects.has(Effect::DbCommit);
    if ((!IsWrite && !IsCommit) || Call.IsRepeated || Call.IsConditional ||
        Call.Api->async() || !isSameConnection(Call, *Site) ||
        Linked.isThrowAway(Call.Api->library()))
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
         (IsInOneUnit || Linked.begins(Call.Api->library()))))
      continue;
    const std::string Verb = verbOf(Call.Sql.known());
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
    if (Function.Fact->is_test())
      continue;
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
  return Check == CommitPerItemCheck::Info.Name && Site->has_api() &&
         !Site->api().autocommit_scope() &&
         Linked.effectsAt(Site).has(Effect::DbAutocommitWrite) &&
         Linked.transactionAt(Site, Site->api().handle()) ==
             LinkedTransaction::Open;
}

} // namespace slowpath
