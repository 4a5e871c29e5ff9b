// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_COMMITLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_COMMITLOOP_H

#include "checks/support/DatabaseCalls.h"
#include "checks/support/Objects.h"

namespace slowpath {

/// Goes L through items of data, one in each iteration, which are not few by
/// their nature?
bool isPerItem(const Loop &L, TranslationUnit &TU);

/// Why S, in a function that a loop repeats or in a loop itself, may be no
/// one's mistake.
struct SiteConditions {
  /// In the condition of the loop: `while (sqlite3_step(stmt) == SQLITE_ROW)`
  /// takes the rows of one query.
  bool InCondition = false;
  /// For single items of the loop, or for every N-th.
  bool Selective = false;
  /// Under a condition that counts: `if (++pending < 1000) return;`.
  bool Counted = false;
  /// A handler around it goes on with the next item.
  bool Isolated = false;
  /// One of several kinds of work, of which each item is given one: in a
  /// `switch`, or a chain of three `if`s.
  bool Dispatched = false;
};

/// L is the loop around S in its function, or null if there is none.
SiteConditions conditionsOf(const clang::Expr &S, const Loop *L,
                            TranslationUnit &TU);

/// Do these change what a rollback cannot undo, outside of the database?
bool reachesOutside(const EffectSet &Effects);

/// Are these the effects of something that a transaction must not wait for?
/// Waiting in a function that is called may be for the database itself.
bool hasForeignEffect(const EffectSet &Effects);

/// Does Call lock the rows it reads, as those who take jobs from a queue do?
bool locksRows(const DatabaseCall &Call);

/// The loop over data that executes S again and again on the same connection
/// (Object; null if no variable names it), in which items could share a
/// transaction. Nothing if the loop
///  - waits for events, retries, counts workers, or goes in chunks;
///  - executes S for single items only, or isolates the failure of each item;
///  - does work of another kind per item that a transaction must not wait for;
///  - takes jobs from a queue that it locks.
std::optional<Repetition> commitLoop(const clang::Expr &S,
                                     const clang::Expr *Object,
                                     TranslationUnit &TU);

} // namespace slowpath

#endif
