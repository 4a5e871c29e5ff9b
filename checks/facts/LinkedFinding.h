// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FACTS_LINKEDFINDING_H
#define SLOWPATH_CHECKS_FACTS_LINKEDFINDING_H

#include "checks/CheckInfo.h"
#include "checks/facts/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <set>
#include <string>
#include <vector>

namespace slowpath {

/// A place in a file, as the facts name it.
struct LinkedNote {
  std::string File;
  facts::Position At;
  std::string Message;
};

/// A bottleneck that shows only when units are put together. Advice, if the
/// facts of the site have no rewrite for the check: what it takes is often in
/// several files.
struct LinkedFinding {
  llvm::StringRef Check;
  /// The call in the loop.
  SiteRef At;
  std::string Message;
  Cost Growth;
  /// The loop, then the way to the library call.
  std::vector<LinkedNote> Notes;
  std::string FixTitle;
  std::string Advice;
};

/// The loop that executes Site for each item of some data, where Check may say
/// so. Null if there is none, the loop asks Site whether to go on, or Site is
/// for single items or rare.
const facts::Loop *itemLoop(SiteRef Site, llvm::StringRef Check);

/// Happens Call for each item that its first site is executed for? Not if a
/// function on the way does it in a loop of its own, under conditions, or for
/// items of one of several kinds; nor if it calls itself, to walk a tree.
bool happensPerItem(const FarCall &Call);

/// Calls Report for each library call that Matches and that a loop makes for
/// its items, where Check may say so; once for a call and loop, though a helper
/// may be called in several places of it.
void forEachItemCall(const Program &Linked, llvm::StringRef Check,
                     llvm::function_ref<bool(const FarCall &)> Matches,
                     llvm::function_ref<void(const FarCall &)> Report);

/// The same for calls in functions that a server runs once per request, outside
/// of loops over data; once for a call, where its way from a request is the
/// shortest.
void forEachRequestCall(const Program &Linked, llvm::StringRef Check,
                        llvm::function_ref<bool(const FarCall &)> Matches,
                        llvm::function_ref<void(const FarCall &)> Report);

/// Is all that Call asks with constant, or given by what does not change?
bool hasConstantKey(const FarCall &Call);

/// May anything else in the loop around Site, or in its function if InLoop is
/// false, hold back what Site starts next?
bool otherHoldsBack(const Program &Linked, SiteRef Site, bool InLoop = true);

/// The way from the first site of Call to the library.
std::vector<LinkedNote> stepsOf(const FarCall &Call);

/// Says that a finding is inside L, a loop of Function.
LinkedNote noteOf(const ProgramFunction &Function, const facts::Loop &L);

/// The loop around Call, or the function that answers a request, and the way
/// from there to the library.
std::vector<LinkedNote> wayOf(const FarCall &Call);

/// Where what Call makes for each item should be made: "once, before the loop".
std::string onceFor(const FarCall &Call);

/// The connection of Call as each function on its path names it, from the
/// library call's own to that of the first.
std::vector<facts::Place> handlesOf(const FarCall &Call);

/// Is the connection that Call is for the same in all iterations of the loop
/// around its first site?
bool isSameConnection(const FarCall &Call);

/// A place that a check of one unit has reported.
using ReportedPlaces = std::set<std::pair<std::string, std::string>>;

/// "src/store.cpp:12:5"
std::string placeText(llvm::StringRef File, unsigned Line, unsigned Column);

/// All findings of all checks that need more than one unit, in the order of
/// units' names, then of source, and only where the check may report. Known
/// are the pairs of check and place that are reported already.
std::vector<LinkedFinding> findAcrossUnits(const Program &Linked,
                                           const ReportedPlaces &Known);

/// Is the finding of Check at this place of a unit wrong in the light of what
/// other units say?
bool isRefuted(const Program &Linked, llvm::StringRef Check,
               llvm::StringRef File, unsigned Line, unsigned Column);

} // namespace slowpath

#endif
