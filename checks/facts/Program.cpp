// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/facts/Program.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <fmt/format.h>

namespace slowpath {
namespace {

using Words = google::protobuf::RepeatedPtrField<std::string>;

EffectSet effectsOf(const Words &Spelled) {
  EffectSet Result;
  for (const std::string &Word : Spelled)
    if (const std::optional<Effect> E = effectNamed(Word))
      Result.add(*E);
  return Result;
}

std::string nameOf(const facts::Function &Function, const facts::Unit &Unit) {
  return Function.is_internal() ? Unit.file() + "|" + Function.usr()
                                : Function.usr();
}

bool isKnown(const facts::Place &Place) {
  return Place.origin() != facts::Place::UNKNOWN;
}

/// What would be said about both twice.
bool isSame(const FarCall &A, const FarCall &B) {
  return A.Api->row() == B.Api->row() && A.Effects == B.Effects &&
         A.IsRepeated == B.IsRepeated && A.IsConditional == B.IsConditional &&
         A.IsMemoised == B.IsMemoised && A.Sql.known() == B.Sql.known() &&
         A.Sql.from_parameter() == B.Sql.from_parameter() &&
         A.Sql.placeholder() == B.Sql.placeholder() &&
         A.Handle.origin() == B.Handle.origin() &&
         A.Handle.index() == B.Handle.index() &&
         A.Handle.name() == B.Handle.name() && A.Kept == B.Kept &&
         A.Address.fixed() == B.Address.fixed() &&
         std::ranges::equal(A.Address.parameters(), B.Address.parameters());
}

/// Do these make something in memory, and nothing else?
bool isOnlyMade(EffectSet Effects) {
  for (const Effect E :
       {Effect::RegexCompile, Effect::RegexMatch, Effect::LocaleCreate,
        Effect::AllocHeavy, Effect::RandomCreate})
    Effects.remove(E);
  return Effects.empty();
}

void addPlace(std::vector<facts::Place> &Places, const facts::Place &Place) {
  if (llvm::none_of(Places, [&](const facts::Place &Known) {
        return Known.origin() == Place.origin() &&
               Known.index() == Place.index() && Known.name() == Place.name();
      }))
    Places.push_back(Place);
}

bool isConsistent(const facts::Function &Function, int Files) {
  const auto IsFile = [&](const facts::Position &At) {
    return static_cast<int64_t>(At.file()) < Files;
  };
  const auto IsSite = [&](unsigned Number) {
    return static_cast<int64_t>(Number) < Function.sites_size();
  };
  if (!IsFile(Function.at()))
    return false;
  for (const facts::Loop &Loop : Function.loops()) {
    // Outwards, and not in a circle.
    int64_t Up = Loop.parent();
    for (int Steps = 0; Up != 0; ++Steps) {
      if (Up > Function.loops_size() || Steps == Function.loops_size())
        return false;
      Up = Function.loops(static_cast<int>(Up) - 1).parent();
    }
    if (!IsFile(Loop.at()))
      return false;
  }
  return llvm::all_of(Function.sites(), [&](const facts::Site &Site) {
    return IsFile(Site.at()) && llvm::all_of(Site.api().path(), IsFile) &&
           llvm::all_of(Site.next(), IsSite) &&
           llvm::all_of(
               Site.rewrites(),
               [&](const facts::Rewrite &Fix) {
                 return llvm::all_of(Fix.edits(), [&](const facts::Edit &Edit) {
                   return IsFile(Edit.start()) && IsFile(Edit.end());
                 });
               }) &&
           static_cast<int64_t>(Site.loop()) <= Function.loops_size();
  });
}

} // namespace

bool opensConnection(const EffectSet &Effects) {
  return Effects.has(Effect::DbConnect) || Effects.has(Effect::NetConnect) ||
         Effects.has(Effect::NetSessionCreate);
}

bool isConsistent(const facts::Unit &Unit) {
  return llvm::all_of(Unit.functions(), [&](const facts::Function &Function) {
    return isConsistent(Function, Unit.files_size());
  });
}

void Program::add(facts::Unit Unit) { Units.push_back(std::move(Unit)); }

void Program::add(const ProgramTraits &More) {
  Traits.Beginning.insert(More.Beginning.begin(), More.Beginning.end());
  Traits.ThrowAway.insert(More.ThrowAway.begin(), More.ThrowAway.end());
  Traits.Embedded.insert(More.Embedded.begin(), More.Embedded.end());
}

void Program::link() {
  std::sort(Units.begin(), Units.end(),
            [](const facts::Unit &A, const facts::Unit &B) {
              return A.file() < B.file();
            });
  for (const facts::Unit &Unit : Units) {
    for (const std::string &Name : Unit.quiet())
      Quiet.insert(Name);
    for (const facts::Function &Fact : Unit.functions()) {
      NamesIn[&Unit].insert(Fact.usr());
      const auto [Known, IsNew] = ByName.try_emplace(nameOf(Fact, Unit));
      if (!IsNew)
        continue;
      ProgramFunction &Function = Functions.emplace_back();
      Function.Number = Functions.size() - 1;
      Function.Fact = &Fact;
      Function.Unit = &Unit;
      Known->second = &Function;
    }
  }

  // Overriders, of overriders too.
  llvm::StringMap<llvm::SmallVector<const ProgramFunction *, 4>> Overriders;
  for (const ProgramFunction &Function : Functions) {
    llvm::SmallVector<const ProgramFunction *, 4> Work = {&Function};
    llvm::StringSet<> Seen;
    while (!Work.empty())
      for (const std::string &Base : Work.pop_back_val()->Fact->overrides())
        if (Seen.insert(Base).second) {
          Overriders[Base].push_back(&Function);
          if (const auto Known = ByName.find(Base); Known != ByName.end())
            Work.push_back(Known->second);
        }
  }

  for (const facts::Unit &Unit : Units)
    for (const facts::Binding &Binding : Unit.bindings())
      Bound[Binding.holder()].push_back({&Unit, &Binding});

  for (ProgramFunction &Function : Functions)
    for (const auto &[Index, Site] : llvm::enumerate(Function.Fact->sites())) {
      const SiteRef Here{&Function, static_cast<unsigned>(Index)};
      ByPosition[fmt::format("{}:{}:{}", Function.fileOf(Site.at()).str(),
                             Site.at().line(), Site.at().column())]
          .push_back(Here);
      if (Site.has_api()) {
        const EffectSet Effects = effectsOf(Site.api().effects());
        ApiEffects[&Site.api()] = Effects;
        if (Function.Fact->is_test())
          continue;
        if (Effects.has(Effect::DbBegin)) {
          Traits.Beginning.insert(Site.api().library());
          BeginningUnits[Site.api().library()].insert(Function.Unit);
        }
        if (Site.api().is_embedded())
          Traits.Embedded.insert(Site.api().library());
        if (Site.api().throw_away())
          Traits.ThrowAway.insert(Site.api().library());
        continue;
      }
      auto &Found = Targets[&Site];
      auto Known = ByName.find(Function.Unit->file() + "|" + Site.callee());
      if (Known == ByName.end())
        Known = ByName.find(Site.callee());
      if (Known != ByName.end())
        Found.push_back(Known->second);
      if (Site.is_virtual())
        llvm::append_range(Found, Overriders.lookup(Site.callee()));
      addBound(Site.callee(), 0, Found);
      if (Found.size() > MaxTargets)
        Found.clear();
      for (const ProgramFunction *Target : Found)
        Functions[Target->Number].Callers.push_back(Here);
    }

  // From the functions that call only libraries upwards. Each round looks at
  // the results of the one before, so the order of functions shows nowhere.
  std::vector<ProgramFunction *> Changed;
  Changed.reserve(Functions.size());
  for (ProgramFunction &Function : Functions)
    Changed.push_back(&Function);
  for (unsigned Round = 0; Round != MaxPath && !Changed.empty(); ++Round) {
    std::vector<std::pair<ProgramFunction *, FunctionSummary>> New;
    New.reserve(Changed.size());
    for (ProgramFunction *Function : Changed)
      New.emplace_back(Function, summarise(*Function));
    llvm::DenseMap<const ProgramFunction *, bool> Dirty;
    Changed.clear();
    for (auto &[Function, Summary] : New) {
      const FunctionSummary &Old = Function->Summary;
      const bool IsSame =
          Old.All == Summary.All && Old.LocksRows == Summary.LocksRows &&
          std::ranges::equal(Old.Calls, Summary.Calls, isSame) &&
          Old.Begins.size() == Summary.Begins.size() &&
          Old.Ends.size() == Summary.Ends.size() &&
          Old.Tests.size() == Summary.Tests.size();
      Function->Summary = std::move(Summary);
      if (IsSame)
        continue;
      for (const SiteRef &Caller : Function->Callers)
        if (Dirty.try_emplace(Caller.In, true).second)
          Changed.push_back(&Functions[Caller.In->Number]);
    }
  }
}

bool Program::beginsOutside(const facts::Unit &Unit,
                            llvm::StringRef Library) const {
  const auto Known = BeginningUnits.find(Library);
  return Known != BeginningUnits.end() &&
         llvm::any_of(Known->second,
                      [&](const facts::Unit *Each) { return Each != &Unit; });
}

void Program::addBound(
    llvm::StringRef Holder, unsigned Depth,
    llvm::SmallVectorImpl<const ProgramFunction *> &Found) const {
  // A member that is set by a method, which is given another member, …
  constexpr unsigned MaxHolders = 3;
  const auto Known = Bound.find(Holder);
  if (Known == Bound.end() || Depth == MaxHolders)
    return;
  for (const auto &[Unit, Binding] : Known->second) {
    auto Target = ByName.find(Unit->file() + "|" + Binding->target());
    if (Target == ByName.end())
      Target = ByName.find(Binding->target());
    if (Target == ByName.end())
      addBound(Binding->target(), Depth + 1, Found);
    else if (!llvm::is_contained(Found, Target->second))
      Found.push_back(Target->second);
  }
}

llvm::ArrayRef<const ProgramFunction *> Program::targets(SiteRef Site) const {
  const auto Found = Targets.find(&*Site);
  return Found == Targets.end() ? llvm::ArrayRef<const ProgramFunction *>()
                                : Found->second;
}

bool Program::areDifferent(const facts::Place &A, const facts::Place &B) {
  if (!isKnown(A) || !isKnown(B) || A.origin() != B.origin() ||
      A.type() != B.type())
    return false;
  switch (A.origin()) {
  case facts::Place::PARAMETER:
  case facts::Place::LOCAL:
    return A.index() != B.index();
  case facts::Place::GLOBAL:
  case facts::Place::THIS:
    return !A.name().empty() && !B.name().empty() && A.name() != B.name();
  default:
    return false;
  }
}

facts::Place Program::atCaller(const facts::Place &Place,
                               const facts::Site &Site) {
  if (Site.is_lambda())
    return Place;
  switch (Place.origin()) {
  case facts::Place::PARAMETER:
    return static_cast<int>(Place.index()) < Site.arguments_size()
               ? Site.arguments(static_cast<int>(Place.index())).place()
               : facts::Place();
  case facts::Place::THIS:
    return Site.object().place();
  case facts::Place::GLOBAL:
  case facts::Place::AMBIENT:
    return Place;
  default:
    return {};
  }
}

facts::Origins Program::atCaller(const facts::Origins &Origins,
                                 const facts::Site &Site) {
  if (Site.is_lambda())
    return Origins;
  facts::Origins Result;
  Result.set_fixed(Origins.fixed());
  Result.set_lasting(Origins.lasting());
  for (unsigned Parameter : Origins.parameters()) {
    // A default argument is the same each time.
    if (static_cast<int>(Parameter) >= Site.arguments_size() ||
        !Site.arguments(static_cast<int>(Parameter)).has_origins())
      continue;
    const facts::Origins &There =
        Site.arguments(static_cast<int>(Parameter)).origins();
    Result.set_fixed(Result.fixed() && There.fixed());
    Result.set_lasting(Result.lasting() && There.lasting());
    for (unsigned Outer : There.parameters())
      if (!llvm::is_contained(Result.parameters(), Outer))
        Result.add_parameters(Outer);
  }
  return Result;
}

facts::Place Program::captured(const facts::Place &Place,
                               const ProgramFunction &Lambda) {
  if (Place.origin() != facts::Place::PARAMETER &&
      Place.origin() != facts::Place::THIS)
    return Place;
  facts::Place Result = Place;
  Result.set_origin(facts::Place::GLOBAL);
  Result.set_name(
      fmt::format("{}|{}|{}", Lambda.Fact->usr(), Place.index(), Place.name()));
  return Result;
}

static facts::Origins captured(const facts::Origins &Origins) {
  facts::Origins Result;
  Result.set_fixed(Origins.fixed());
  return Result;
}

/// How long what is kept as Inner says, in a function that Site calls, is kept
/// where Site is.
static facts::Lifetime atCaller(facts::Lifetime Inner,
                                const facts::Site &Site) {
  const bool IsPassedOn =
      Inner == facts::OF_RESULT ||
      // The object is made here, and may have no name.
      (Inner == facts::OF_OBJECT &&
       (!Site.has_object() ||
        Site.object().place().origin() == facts::Place::LOCAL));
  return IsPassedOn ? Site.lifetime()
                    : (Inner == facts::OF_FUNCTION ? Inner : facts::NOT_KNOWN);
}

std::vector<FarCall> Program::callsAt(SiteRef Site) const {
  std::vector<FarCall> Result;
  if (Site->has_api()) {
    FarCall &Call = Result.emplace_back();
    Call.Api = &Site->api();
    Call.Effects = ApiEffects.lookup(&Site->api());
    Call.Handle = Site->api().handle();
    Call.Sql = Site->api().sql();
    Call.Kept = Site->api().lifetime();
    Call.Address = Site->api().address();
    Call.Path = {Site};
    Call.Choices = {1};
    return Result;
  }
  for (const ProgramFunction *Target : targets(Site))
    for (const FarCall &Inner : Target->Summary.Calls) {
      if (Inner.Path.size() == MaxPath)
        continue;
      FarCall Call = Inner;
      // Called through what it is kept in: elsewhere than where it was made.
      if (Target->Fact->is_lambda() && !Site->is_lambda()) {
        Call.Handle = captured(Inner.Handle, *Target);
        Call.Address = slowpath::captured(Inner.Address);
      } else {
        Call.Handle = atCaller(Inner.Handle, *Site);
        Call.Address = atCaller(Inner.Address, *Site);
      }
      Call.Kept = slowpath::atCaller(Inner.Kept, *Site);
      // The connection of a call is another one each time.
      if (Inner.Handle.origin() == facts::Place::LOCAL && !Site->is_lambda())
        Call.Handle.set_origin(facts::Place::LOCAL);
      if (const unsigned From = Inner.Sql.from_parameter(); From != 0) {
        Call.Sql = static_cast<int>(From) <= Site->arguments_size()
                       ? Site->arguments(static_cast<int>(From) - 1).text()
                       : facts::Text();
        if (const uint32_t Mark = Inner.Sql.placeholder()) {
          if (llvm::StringRef(Call.Sql.known())
                  .contains(static_cast<char>(Mark)))
            Call.Sql.set_complete(false);
          if (Call.Sql.placeholder() == 0)
            Call.Sql.set_placeholder(Mark);
        }
        if (!Call.Sql.known().empty() && Call.Api->row_effects_size() != 0)
          Call.Effects = effectsOfSql(effectsOf(Call.Api->row_effects()),
                                      Call.Sql.known());
      }
      Call.Path.insert(Call.Path.begin(), Site);
      Call.Choices.insert(Call.Choices.begin(),
                          static_cast<unsigned>(targets(Site).size()));
      Result.push_back(std::move(Call));
    }
  return Result;
}

EffectSet Program::effectsAt(SiteRef Site) const {
  if (Site->has_api())
    return ApiEffects.lookup(&Site->api());
  EffectSet All;
  for (const ProgramFunction *Target : targets(Site))
    All |= Target->Summary.All;
  return All;
}

bool ProgramFunction::isWithin(const facts::Site &Site,
                               unsigned LoopNumber) const {
  unsigned Around = Site.loop();
  while (Around != 0 && Around != LoopNumber)
    Around = Fact->loops(static_cast<int>(Around) - 1).parent();
  return Around == LoopNumber;
}

std::vector<facts::Place> Program::placesAt(SiteRef Site, Effect What) const {
  std::vector<facts::Place> Result;
  if (Site->has_api()) {
    if (ApiEffects.lookup(&Site->api()).has(What))
      Result.push_back(Site->api().handle());
    return Result;
  }
  for (const ProgramFunction *Target : targets(Site)) {
    const FunctionSummary &S = Target->Summary;
    for (const facts::Place &Place : What == Effect::DbBegin     ? S.Begins
                                     : What == Effect::DbTxnTest ? S.Tests
                                                                 : S.Ends)
      addPlace(Result, atCaller(Place, *Site));
  }
  return Result;
}

FunctionSummary Program::summarise(const ProgramFunction &Function) const {
  // More would only repeat what is known. What is made must not crowd out
  // queries and the like.
  constexpr size_t MaxCalls = 16;
  constexpr size_t MaxMade = 8;
  size_t Made = 0;
  FunctionSummary Result;
  const facts::Function &Fact = *Function.Fact;
  const auto Count = static_cast<unsigned>(Fact.sites_size());
  llvm::SmallVector<unsigned, 4> Commits, Begins, Rollbacks;
  for (unsigned I = 0; I != Count; ++I) {
    const SiteRef Here{&Function, I};
    const facts::Site &Site = *Here;
    Result.All |= effectsAt(Here);
    Result.LocksRows |= Site.has_api() && Site.api().locks_rows();
    for (const ProgramFunction *Target : targets(Here))
      Result.LocksRows |= Target->Summary.LocksRows;
    // What somebody has put into it must not crowd out what it does itself.
    const size_t Most = Bound.contains(Site.callee()) ? MaxCalls / 4 : MaxCalls;
    for (FarCall &Call : callsAt(Here)) {
      const facts::Loop *L = Function.loopOf(Site);
      Call.IsRepeated |= L && !Site.in_condition();
      Call.IsConditional |=
          Site.cold() || Site.counted() || Site.isolated() || Site.dispatched();
      Call.IsMemoised |= Site.is_memoised();
      const bool Makes = isOnlyMade(Call.Effects);
      if ((Makes ? Made < MaxMade : Result.Calls.size() - Made < Most) &&
          llvm::none_of(Result.Calls, [&](const FarCall &Known) {
            return isSame(Known, Call);
          })) {
        Made += Makes ? 1 : 0;
        Result.Calls.push_back(std::move(Call));
      }
    }
    if (!placesAt(Here, Effect::DbBegin).empty())
      Begins.push_back(I);
    if (!placesAt(Here, Effect::DbCommit).empty())
      Commits.push_back(I);
    for (const facts::Place &Place : placesAt(Here, Effect::DbTxnTest))
      addPlace(Result.Tests, Place);
  }
  for (unsigned Begin : Begins) {
    const bool IsEnded = Fact.sites(static_cast<int>(Begin)).scope_end() != 0 ||
                         llvm::any_of(Commits, [&](unsigned Commit) {
                           return reaches(Fact, Begin, Commit, {});
                         });
    if (!IsEnded)
      for (const facts::Place &Place :
           placesAt({&Function, Begin}, Effect::DbBegin))
        addPlace(Result.Begins, Place);
  }
  for (unsigned Commit : Commits)
    if (llvm::none_of(Begins, [&](unsigned Begin) {
          return reaches(Fact, Begin, Commit, {});
        }))
      for (const facts::Place &Place :
           placesAt({&Function, Commit}, Effect::DbCommit))
        addPlace(Result.Ends, Place);
  return Result;
}

bool Program::reaches(const facts::Function &Function, unsigned From,
                      unsigned To, llvm::ArrayRef<unsigned> Barriers) {
  llvm::BitVector Seen(static_cast<unsigned>(Function.sites_size()));
  llvm::SmallVector<unsigned, 16> Work = {From};
  while (!Work.empty())
    for (unsigned Next :
         Function.sites(static_cast<int>(Work.pop_back_val())).next()) {
      if (Next == To)
        return true;
      if (Seen.test(Next) || llvm::is_contained(Barriers, Next))
        continue;
      Seen.set(Next);
      Work.push_back(Next);
    }
  return false;
}

bool Program::isOpenWithin(SiteRef Site, const facts::Place &Handle) const {
  const facts::Function &Fact = *Site.In->Fact;
  const auto Count = static_cast<unsigned>(Fact.sites_size());
  const auto Concerns = [&](llvm::ArrayRef<facts::Place> Places) {
    return llvm::any_of(Places, [&](const facts::Place &Place) {
      return !areDifferent(Place, Handle);
    });
  };
  llvm::SmallVector<unsigned, 4> Begins, Ends;
  for (unsigned I = 0; I != Count; ++I) {
    const SiteRef Here{Site.In, I};
    if (I == Site.Index)
      continue;
    if (Concerns(placesAt(Here, Effect::DbTxnTest)))
      return true;
    if (Concerns(placesAt(Here, Effect::DbBegin)))
      Begins.push_back(I);
    if (Concerns(placesAt(Here, Effect::DbCommit)) ||
        (Here->has_api() && Concerns(placesAt(Here, Effect::DbRollback))))
      Ends.push_back(I);
    if (Here->has_api() &&
        ApiEffects.lookup(&Here->api()).has(Effect::DbBulk) &&
        reaches(Fact, I, Site.Index, {}))
      return true;
    // Nobody knows what it does.
    if (Here->may_begin() && targets(Here).empty() &&
        !Quiet.contains(Here->callee()) && reaches(Fact, I, Site.Index, {}))
      return true;
  }
  for (unsigned Begin : Begins) {
    const unsigned Scope = Fact.sites(static_cast<int>(Begin)).scope_end();
    if (Scope != 0 && (Site.Index < Begin || Site.Index >= Scope))
      continue;
    if (reaches(Fact, Begin, Site.Index, Ends))
      return true;
  }
  // What is completed later was begun before, wherever.
  return llvm::any_of(Ends, [&](unsigned End) {
    return reaches(Fact, Site.Index, End, Begins);
  });
}

LinkedTransaction Program::transactionAt(SiteRef Site,
                                         const facts::Place &Handle) const {
  llvm::SmallVector<SiteRef, 8> Seen;
  return transactionAt(Site, Handle, 0, Seen);
}

LinkedTransaction
Program::transactionAt(SiteRef Site, const facts::Place &Handle, unsigned Depth,
                       llvm::SmallVectorImpl<SiteRef> &Seen) const {
  constexpr unsigned MaxCallers = 8;
  if (isOpenWithin(Site, Handle))
    return LinkedTransaction::Open;
  const facts::Function &Fact = *Site.In->Fact;
  // A connection of this function's own has no transaction from elsewhere.
  if (Handle.origin() == facts::Place::LOCAL)
    for (const auto &[Index, Other] : llvm::enumerate(Fact.sites())) {
      const SiteRef Here{Site.In, static_cast<unsigned>(Index)};
      for (Effect Opens : {Effect::DbConnect, Effect::PoolAcquire})
        for (const facts::Place &Place : placesAt(Here, Opens))
          if (isKnown(Place) && Place.origin() == Handle.origin() &&
              Place.index() == Handle.index())
            return LinkedTransaction::Closed;
    }
  if (Fact.is_main())
    return LinkedTransaction::Closed;
  if (Fact.is_handed_over())
    return LinkedTransaction::Open;
  if (Depth == MaxCallers)
    return LinkedTransaction::Unknown;
  bool AllClosed = true, Any = false;
  for (const SiteRef &Caller : Site.In->Callers) {
    if (Caller.In->Fact->is_test() ||
        llvm::any_of(Seen, [&](const SiteRef &Known) {
          return Known.In == Caller.In && Known.Index == Caller.Index;
        }))
      continue;
    Seen.push_back(Caller);
    Any = true;
    const LinkedTransaction There =
        transactionAt(Caller, atCaller(Handle, *Caller), Depth + 1, Seen);
    if (There == LinkedTransaction::Open)
      return There;
    AllClosed &= There == LinkedTransaction::Closed;
  }
  return Any && AllClosed ? LinkedTransaction::Closed
                          : LinkedTransaction::Unknown;
}

bool Program::isIn(const facts::Unit &Unit,
                   const ProgramFunction &Function) const {
  const auto Names = NamesIn.find(&Unit);
  return Names != NamesIn.end() &&
         Names->second.contains(Function.Fact->usr()) &&
         (!Function.Fact->is_internal() || Function.Unit == &Unit);
}

llvm::ArrayRef<SiteRef> Program::sitesAt(llvm::StringRef File, unsigned Line,
                                         unsigned Column) const {
  const auto Found =
      ByPosition.find(fmt::format("{}:{}:{}", File.str(), Line, Column));
  return Found == ByPosition.end() ? llvm::ArrayRef<SiteRef>() : Found->second;
}

} // namespace slowpath
