// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/facts/LinkedFinding.h"
#include "checks/computation/LoopConstructionCheck.h"
#include "checks/concurrency/BlockingInAsyncCheck.h"
#include "checks/concurrency/SerialWaitCheck.h"
#include "checks/concurrency/UnboundedFanoutCheck.h"
#include "checks/database/CommitPerItemLink.h"
#include "checks/database/ConnectionPerCallCheck.h"
#include "checks/database/PrepareInLoopCheck.h"
#include "checks/database/QueryInLoopCheck.h"
#include "checks/network/UncachedFetchCheck.h"
#include "checks/support/Spawns.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {

/// Does Function run when the program starts or ends, or hardly ever?
static bool isRare(const ProgramFunction &Function) {
  return Function.Fact->is_rare() &&
         llvm::all_of(Function.Callers, [&](const SiteRef &Call) {
           return Call.In->Unit == Function.Unit || Call->cold() ||
                  Call.In->Fact->is_main() || Call.In->Fact->is_rare();
         });
}

const facts::Loop *itemLoop(SiteRef Site, llvm::StringRef Check) {
  const facts::Loop *L = Site.In->loopOf(*Site);
  return L && L->per_item() && !Site->in_condition() && !Site->selective() &&
                 !Site->cold() && !isRare(*Site.In) &&
                 llvm::is_contained(Site->reportable(), Check)
             ? L
             : nullptr;
}

/// Leads the way of Call into a function again that it has gone through? It
/// does so after a failure, or down a tree.
static bool isRecursive(const FarCall &Call) {
  const auto Executes = [](const SiteRef &Step, const facts::Position &At,
                           llvm::StringRef File) {
    return llvm::any_of(Step.In->Fact->sites(), [&](const facts::Site &Site) {
      return Site.at().line() == At.line() &&
             Site.at().column() == At.column() &&
             Step.In->fileOf(Site.at()) == File;
    });
  };
  const ProgramFunction &Last = *Call.Path.back().In;
  return llvm::any_of(llvm::drop_end(Call.Path), [&](const SiteRef &Step) {
    return llvm::any_of(Call.Api->path(), [&](const facts::Position &At) {
      return Executes(Step, At, Last.fileOf(At));
    });
  });
}

bool happensPerItem(const FarCall &Call) {
  const SiteRef First = Call.Path.front();
  return !Call.IsRepeated && !Call.IsConditional && !isRecursive(Call) &&
         (Call.Path.size() == 1 || !First->dispatched()) &&
         llvm::none_of(llvm::drop_begin(Call.Path), [&](const SiteRef &Step) {
           return Step.In == First.In;
         });
}

void forEachItemCall(const Program &Linked, llvm::StringRef Check,
                     llvm::function_ref<bool(const FarCall &)> Matches,
                     llvm::function_ref<void(const FarCall &)> Report) {
  llvm::DenseSet<std::pair<const facts::Loop *, const facts::Site *>> Reported;
  for (const ProgramFunction &Function : Linked.functions())
    for (const SiteRef &Here : Function.sites()) {
      const facts::Loop *L = itemLoop(Here, Check);
      if (!L)
        continue;
      for (const FarCall &Call : Linked.callsAt(Here))
        if (Matches(Call) && Reported.insert({L, &*Call.Path.back()}).second) {
          Report(Call);
          break;
        }
    }
}

void forEachRequestCall(const Program &Linked, llvm::StringRef Check,
                        llvm::function_ref<bool(const FarCall &)> Matches,
                        llvm::function_ref<void(const FarCall &)> Report) {
  llvm::MapVector<const facts::Site *, FarCall> Nearest;
  for (const ProgramFunction &Function : Linked.functions()) {
    if (!Function.Fact->answers_request() || isRare(Function))
      continue;
    for (const SiteRef &Here : Function.sites()) {
      if (Function.loopOf(*Here) || Here->cold() || Here->repeated() ||
          !llvm::is_contained(Here->reportable(), Check))
        continue;
      for (FarCall &Call : Linked.callsAt(Here)) {
        if (!Matches(Call))
          continue;
        const auto [Known, IsNew] =
            Nearest.try_emplace(&*Call.Path.back(), Call);
        if (!IsNew && Call.Path.size() < Known->second.Path.size())
          Known->second = std::move(Call);
      }
    }
  }
  for (const auto &[Leaf, Call] : Nearest)
    Report(Call);
}

bool hasConstantKey(const FarCall &Call) {
  return Call.Api->has_address() && Call.Address.fixed() &&
         Call.Address.lasting();
}

bool otherHoldsBack(const Program &Linked, SiteRef Site, bool InLoop) {
  return llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other.Index != Site.Index &&
           Site.In->isWithin(*Other, InLoop ? Site->loop() : 0) &&
           holdsBack(Linked.effectsAt(Other));
  });
}

std::vector<LinkedNote> stepsOf(const FarCall &Call) {
  std::vector<LinkedNote> Notes;
  for (size_t I = 1; I != Call.Path.size(); ++I) {
    const SiteRef &Step = Call.Path[I];
    std::string Text = fmt::format("'{}' calls '{}' here",
                                   Step.In->Fact->name(), Step->spelling());
    // Which of them depends on the object, or on who has put in what.
    if (const unsigned Choices = Call.Choices[I - 1]; Choices > 1)
      Text += fmt::format(", if it is this one of {} that '{}' may call",
                          Choices, Call.Path[I - 1]->spelling());
    Notes.push_back(
        {Step.In->fileOf(Step->at()).str(), Step->at(), std::move(Text)});
  }
  for (const facts::Position &At : Call.Api->path())
    Notes.push_back({Call.Path.back().In->fileOf(At).str(), At,
                     fmt::format("'{}' ends up in this call",
                                 Call.Path.back()->spelling())});
  return Notes;
}

LinkedNote noteOf(const ProgramFunction &Function, const facts::Loop &L) {
  return {Function.fileOf(L.at()).str(), L.at(),
          L.algorithm() ? "the callable is run once per element by this call"
                        : "inside this loop"};
}

std::vector<LinkedNote> wayOf(const FarCall &Call) {
  const SiteRef Site = Call.Path.front();
  std::vector<LinkedNote> Notes = stepsOf(Call);
  const facts::Position &At = Site.In->Fact->at();
  if (const facts::Loop *L = Site.In->loopOf(*Site))
    Notes.insert(Notes.begin(), noteOf(*Site.In, *L));
  else
    Notes.insert(Notes.begin(),
                 {Site.In->fileOf(At).str(), At, "this runs once per request"});
  return Notes;
}

std::string onceFor(const FarCall &Call) {
  const facts::Function &Function = *Call.Path.back().In->Fact;
  if (Call.Path.size() == 1)
    return Call.Path.front().In->loopOf(*Call.Path.front())
               ? "once, before the loop"
               : "once, and kept for all requests";
  if (Function.owner().empty())
    return "once, before the loop, and passed on";
  return fmt::format("once, as a member of '{}'",
                     llvm::StringRef(Function.name()).rsplit("::").first.str());
}

std::vector<facts::Place> handlesOf(const FarCall &Call) {
  std::vector<facts::Place> Result = {Call.Api->handle()};
  for (size_t I = Call.Path.size() - 1; I-- > 0;) {
    const ProgramFunction &Callee = *Call.Path[I + 1].In;
    Result.push_back(Callee.Fact->is_lambda() && !Call.Path[I]->is_lambda()
                         ? Program::captured(Result.back(), Callee)
                         : Program::atCaller(Result.back(), *Call.Path[I]));
  }
  return Result;
}

bool isSameConnection(const FarCall &Call) {
  const facts::Site &Site = *Call.Path.front();
  if (Site.has_api())
    return Site.api().stable();
  // As the function called at Site names it.
  const std::vector<facts::Place> Handles = handlesOf(Call);
  const ProgramFunction &Callee = *Call.Path[1].In;
  const facts::Place Inner =
      Callee.Fact->is_lambda() && !Site.is_lambda()
          ? Program::captured(Handles[Handles.size() - 2], Callee)
          : Handles[Handles.size() - 2];
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

std::string placeText(llvm::StringRef File, unsigned Line, unsigned Column) {
  return fmt::format("{}:{}:{}", File.str(), Line, Column);
}

std::vector<LinkedFinding> findAcrossUnits(const Program &Linked,
                                           const ReportedPlaces &Known) {
  std::vector<LinkedFinding> Found;
  findCommitsAcrossUnits(Linked, Known, Found);
  QueryInLoopCheck::findQueries(Linked, Found);
  PrepareInLoopCheck::findPreparations(Linked, Found);
  ConnectionPerCallCheck::findConnections(Linked, Found);
  UnboundedFanoutCheck::findStarts(Linked, Found);
  SerialWaitCheck::findAwaits(Linked, Found);
  BlockingInAsyncCheck::findBlocking(Linked, Found);
  UncachedFetchCheck::findFetches(Linked, Found);
  LoopConstructionCheck::findConstructions(Linked, Found);
  return Found;
}

bool isRefuted(const Program &Linked, llvm::StringRef Check,
               llvm::StringRef File, unsigned Line, unsigned Column) {
  return llvm::any_of(Linked.sitesAt(File, Line, Column),
                      [&](const SiteRef &Site) {
                        return isCommitRefuted(Linked, Check, Site);
                      });
}

} // namespace slowpath
