// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_QUERYLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_QUERYLOOP_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

// Why a call in a loop, of something that could be asked once for all items,
// has to be made for each one.

/// Is something that E is given changed in L, other than by going to the next
/// item: `id = parentOf(id)`, `page = list(token); token = page.next`?
bool isCarried(const clang::Expr &E, const Loop &L, TranslationUnit &TU);

/// Does what E gives decide whether L goes on: `if (auto r = get(m)) return
/// r;`, `if (!exists(name)) break;`?
bool decidesEnd(const clang::Expr &E, const Loop &L, TranslationUnit &TU);

/// Does nothing but what E gives decide, in L's condition, whether L goes on:
/// `while (result == SQLITE_ROW) { …; result = sqlite3_step(query); }`?
bool drivesLoop(const clang::Expr &E, const Loop &L, TranslationUnit &TU);

/// Does E fill an object that L's condition looks at: `while (!ids.empty()) {
/// …; ask(db, "SELECT … LIMIT 1000", ids); }`, which takes many at a time?
bool refillsCondition(const clang::Expr &E, const Loop &L, TranslationUnit &TU);

/// Ends L with the first E that works: `if (store(item) == OK) return true;`,
/// `do r = store(item); while (r != OK);`? E gives its success, as a truth
/// value or as a code.
bool endsWithSuccess(const clang::Expr &E, const Loop &L, TranslationUnit &TU);

/// Is E only executed when a look into a map or set has not found what it
/// gives, or where it is kept is empty: `if (!cache.contains(id)) cache[id] =
/// load(id);`, `if (!insert_) insert_ = prepare(…);`? L is the loop around E in
/// its function, or null.
bool isMemoised(const clang::Expr &E, const Loop *L, TranslationUnit &TU);

} // namespace slowpath

#endif
