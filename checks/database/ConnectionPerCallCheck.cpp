// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/database/ConnectionPerCallCheck.h"
#include "checks/support/Hoist.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

constexpr Cost Growth = {"n connections", "1 connection"};

/// Does the loop around Site pause in each iteration: `while
/// (!stop.waitFor(1s)) poll();`, `for (;;) { poll(); sleep(1); }`? What a
/// connection costs is no matter then.
bool pauses(const Program &Linked, SiteRef Site) {
  return llvm::any_of(Site.In->sites(), [&](const SiteRef &Other) {
    return Other.Index != Site.Index &&
           (Other->in_condition() || !Other->selective()) &&
           Other->loop() == Site->loop() &&
           llvm::any_of(Linked.callsAt(Other), [](const FarCall &Call) {
             return !Call.IsConditional &&
                    Call.Effects.hasAny(
                        {Effect::Sleep, Effect::TaskWait, Effect::TaskPoll});
           });
  });
}

/// Opened for one item or request and closed again, to where the next one
/// leads, too.
bool isForOne(const FarCall &Call) {
  return opensConnection(Call.Effects) && Call.Kept == facts::OF_FUNCTION &&
         Call.Address.fixed() && happensPerItem(Call) && !Call.IsMemoised &&
         !Call.Path.front()->is_memoised() && !Call.Api->async() &&
         !Call.Api->throw_away();
}

void addFinding(const FarCall &Call, std::vector<LinkedFinding> &Found) {
  const SiteRef Site = Call.Path.front();
  const facts::Loop *L = Site.In->loopOf(*Site);
  LinkedFinding F;
  F.Check = ConnectionPerCallCheck::Info.Name;
  F.At = Site;
  F.Message =
      fmt::format("each '{}' {} a connection that is closed again: once per "
                  "{}",
                  Site->spelling(), Site->has_api() ? "opens" : "leads to",
                  L ? "iteration" : "request");
  F.Growth = Growth;
  F.Notes = wayOf(Call);
  if (L) {
    F.FixTitle = "open it once, and use it for all items";
    F.Advice = fmt::format(
        "{}(…)  // {}\n{}\n  …", Call.Path.back()->spelling(), onceFor(Call),
        L->header().empty() ? Site->spelling() + "(…)" : L->header());
  } else {
    F.FixTitle = "keep it open, one per thread or in a pool";
    F.Advice = fmt::format("{}(…)  // {}", Call.Path.back()->spelling(),
                           onceFor(Call));
  }
  Found.push_back(std::move(F));
}

} // namespace

constinit const CheckInfo ConnectionPerCallCheck::Info = {
    .Name = "slowpath-connection-per-call",
    .Summary = "opens and closes a connection once per item",
    .Group = Category::Database,
    .Paid = Impact::VeryLarge,
    .Typical = Growth,
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

llvm::SmallVector<clang::FixItHint, 4>
ConnectionPerCallCheck::editsFor(const clang::Expr &Call, TranslationUnit &TU) {
  const Loop *L = TU.innermostLoop(Call);
  return L && L->isDataLoop() ? hoistConnection(Call, *L, TU)
                              : llvm::SmallVector<clang::FixItHint, 4>();
}

void ConnectionPerCallCheck::findConnections(
    const Program &Linked, std::vector<LinkedFinding> &Found) {
  forEachItemCall(
      Linked, Info.Name,
      [&](const FarCall &Call) {
        return isForOne(Call) && !pauses(Linked, Call.Path.front());
      },
      [&](const FarCall &Call) { addFinding(Call, Found); });
  // What a parameter says comes with the request.
  forEachRequestCall(
      Linked, Info.Name,
      [](const FarCall &Call) {
        return isForOne(Call) && Call.Address.parameters().empty();
      },
      [&](const FarCall &Call) { addFinding(Call, Found); });
}

} // namespace slowpath
