// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FACTS_PROGRAM_H
#define SLOWPATH_CHECKS_FACTS_PROGRAM_H

#include "checks/facts/Facts.pb.h"
#include "checks/models/ApiModels.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <set>
#include <vector>

namespace slowpath {

struct ProgramFunction;

/// What holds for a program as a whole, tests excepted: the libraries that it
/// begins a transaction of, whose database is in memory or not waited for, and
/// whose database runs in the process.
struct ProgramTraits {
  std::set<std::string> Beginning, ThrowAway, Embedded;
};

/// A site of a function.
struct SiteRef {
  const ProgramFunction *In = nullptr;
  unsigned Index = 0;

  const facts::Site &operator*() const;
  const facts::Site *operator->() const { return &**this; }
};

/// A call of a library that a function makes, itself or through others.
struct FarCall {
  const facts::Api *Api = nullptr;
  /// Api's, refined by the text if it comes from a caller.
  EffectSet Effects;
  /// The connection and the text, as the function itself sees them.
  facts::Place Handle;
  facts::Text Sql;
  /// From the function's own site to that of the library call.
  llvm::SmallVector<SiteRef, 4> Path;
  /// How many functions each site of Path may call, of which the next site is
  /// in one; 1 for the library call.
  llvm::SmallVector<unsigned, 4> Choices;
  /// Some function on the path repeats it for the items of a loop of its own.
  bool IsRepeated = false;
  /// A site on the path is rare, counted, or the caller goes on when it fails.
  bool IsConditional = false;
  /// What it gives is kept for the next time.
  bool IsMemoised = false;
  /// Of a call that opens a connection: how long it is open, and where it
  /// leads, as the function itself sees them.
  facts::Lifetime Kept = facts::NOT_KNOWN;
  facts::Origins Address;
};

/// What a call of a function does.
struct FunctionSummary {
  /// Anything that it does, directly or not.
  EffectSet All;
  bool LocksRows = false;
  std::vector<FarCall> Calls;
  /// The connections on which it leaves a transaction open, ends one that was
  /// begun before, or asks for one.
  std::vector<facts::Place> Begins, Ends, Tests;
};

struct ProgramFunction {
  /// Among the functions of the program.
  size_t Number = 0;
  const facts::Function *Fact = nullptr;
  /// Where Fact is from, and the files of its positions.
  const facts::Unit *Unit = nullptr;
  FunctionSummary Summary;
  /// The sites that may call it.
  std::vector<SiteRef> Callers;

  /// In the order of evaluation. Of an object that does not move.
  auto sites() const {
    return llvm::map_range(
        llvm::seq(0U, static_cast<unsigned>(Fact->sites_size())),
        [this](unsigned Index) { return SiteRef{this, Index}; });
  }
  const facts::Loop *loopOf(const facts::Site &Site) const {
    return Site.loop() == 0 ? nullptr
                            : &Fact->loops(static_cast<int>(Site.loop()) - 1);
  }
  /// Is Site in loop LoopNumber (of loop() of sites), at any depth? All are in
  /// loop 0, the function.
  bool isWithin(const facts::Site &Site, unsigned LoopNumber) const;
  /// "src/store.cpp"
  llvm::StringRef fileOf(const facts::Position &At) const {
    return Unit->files(static_cast<int>(At.file()));
  }
};

inline const facts::Site &SiteRef::operator*() const {
  return In->Fact->sites(static_cast<int>(Index));
}

/// Do these open a connection to a server, or a database?
bool opensConnection(const EffectSet &Effects);

/// Do the numbers in Unit name what is there? Not those of a damaged file,
/// which Program must not be given.
bool isConsistent(const facts::Unit &Unit);

enum class LinkedTransaction { Closed, Open, Unknown };

/// The functions of many translation units, put together. Not thread-safe.
class Program {
public:
  /// Longer ways from a loop to a library call are not followed: they are hard
  /// to believe, and what they end in is seldom repeated.
  static constexpr unsigned MaxPath = 6;
  /// A virtual call that may have more targets says nothing.
  static constexpr unsigned MaxTargets = 8;

  /// Adds the facts of a unit. The order makes no difference to what comes of
  /// them.
  void add(facts::Unit Unit);
  /// Adds what is known of units that are not added.
  void add(const ProgramTraits &More);
  /// Puts them together; once, after the last add().
  void link();

  /// In the order of units' names, then of source.
  const std::deque<ProgramFunction> &functions() const { return Functions; }

  /// The functions that a site of In may call: none if it is that of a library,
  /// or nobody's facts have it.
  llvm::ArrayRef<const ProgramFunction *> targets(SiteRef Site) const;

  /// Do A and B name two objects, provably?
  static bool areDifferent(const facts::Place &A, const facts::Place &B);

  /// What Place, of a function that Site calls, is called at Site.
  static facts::Place atCaller(const facts::Place &Place,
                               const facts::Site &Site);

  /// What Place, of Lambda, is to one who calls it through what it is kept in:
  /// the same each time, if it was captured.
  static facts::Place captured(const facts::Place &Place,
                               const ProgramFunction &Lambda);

  /// What depends on Origins, of a function that Site calls, depends on at
  /// Site.
  static facts::Origins atCaller(const facts::Origins &Origins,
                                 const facts::Site &Site);

  /// Calls of a library that Site makes, itself or through what it calls.
  std::vector<FarCall> callsAt(SiteRef Site) const;

  /// Everything that happens at Site.
  EffectSet effectsAt(SiteRef Site) const;

  /// Is a transaction open on the connection Handle when Site is executed?
  LinkedTransaction transactionAt(SiteRef Site,
                                  const facts::Place &Handle) const;
  /// The same, as far as the function around Site knows.
  bool isOpenWithin(SiteRef Site, const facts::Place &Handle) const;

  const ProgramTraits &traits() const { return Traits; }
  /// Does a unit other than Unit begin a transaction of Library, tests
  /// excepted?
  bool beginsOutside(const facts::Unit &Unit, llvm::StringRef Library) const;
  /// In the order of their names.
  const std::deque<facts::Unit> &units() const { return Units; }
  /// Does the unit itself know the body of Function?
  bool isIn(const facts::Unit &Unit, const ProgramFunction &Function) const;

  /// The sites at a position.
  llvm::ArrayRef<SiteRef> sitesAt(llvm::StringRef File, unsigned Line,
                                  unsigned Column) const;

private:
  /// Adds to Found what a call of what is kept in Holder may run.
  void addBound(llvm::StringRef Holder, unsigned Depth,
                llvm::SmallVectorImpl<const ProgramFunction *> &Found) const;
  FunctionSummary summarise(const ProgramFunction &Function) const;
  LinkedTransaction transactionAt(SiteRef Site, const facts::Place &Handle,
                                  unsigned Depth,
                                  llvm::SmallVectorImpl<SiteRef> &Seen) const;
  /// Does a way lead from From to To on which none of Barriers is executed?
  static bool reaches(const facts::Function &Function, unsigned From,
                      unsigned To, llvm::ArrayRef<unsigned> Barriers);
  std::vector<facts::Place> placesAt(SiteRef Site, Effect What) const;

  std::deque<facts::Unit> Units;
  std::deque<ProgramFunction> Functions;
  /// By USR; that of an internal function begins with its unit.
  llvm::StringMap<ProgramFunction *> ByName;
  llvm::DenseMap<const facts::Site *,
                 llvm::SmallVector<const ProgramFunction *, 1>>
      Targets;
  llvm::DenseMap<const facts::Api *, EffectSet> ApiEffects;
  /// By the name of the holder.
  llvm::StringMap<llvm::SmallVector<
      std::pair<const facts::Unit *, const facts::Binding *>, 2>>
      Bound;
  /// Functions that do nothing far-reaching.
  llvm::StringSet<> Quiet;
  ProgramTraits Traits;
  llvm::StringMap<std::set<const facts::Unit *>> BeginningUnits;
  llvm::DenseMap<const facts::Unit *, llvm::StringSet<>> NamesIn;
  llvm::StringMap<llvm::SmallVector<SiteRef, 1>> ByPosition;
};

} // namespace slowpath

#endif
