// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_INSERTION_H
#define SLOWPATH_CHECKS_SUPPORT_INSERTION_H

#include "checks/support/Lookups.h"
#include <optional>
#include <string>

namespace slowpath {

/// How to write Added, `m[k] = v`, `m.insert({k, v})` or `s.insert(k)`, as one
/// call that inserts only if the key is missing, tells so in `.second`, and
/// neither copies nor allocates if the key is there. Value is v, null for a
/// set. Nothing if the class has no such call: before C++17, `insert` makes the
/// pair first.
std::optional<std::string> insertionIfMissing(const Lookup &Added,
                                              const clang::Expr *Value,
                                              TranslationUnit &TU);

/// Has the class of L a `try_emplace`?
bool hasTryEmplace(const Lookup &L);

/// Does the element made by that call from Value become the same as one that is
/// assigned Value?
bool isSameWhenEmplaced(const Lookup &Added, const clang::Expr &Value);

} // namespace slowpath

#endif
