// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SHORTLOOPS_H
#define SLOWPATH_CHECKS_SUPPORT_SHORTLOOPS_H

#include "checks/support/Objects.h"

namespace slowpath {

/// Does what Object holds stay short, or the loop get to At only now and then,
/// by the way the loop is written: At runs once per batch, it writes the digits
/// of a number, climbs to the root of a tree, pads Object to a width, or drops
/// what is too much?
bool staysShort(const clang::Expr &Object, const Repetition &Rep,
                const clang::Stmt &At, TranslationUnit &TU);

/// `do { … } while (n /= 10)`: does L divide or shift what its condition looks
/// at? It runs once per digit.
bool stepsThroughDigits(const Loop &L);

/// Does L go from a node to its parent: along a pointer (followsLinks), or
/// `dir = dir.parent()`, `id = entryOf(id).parent`? It runs once per
/// level. Object is what is made on the way.
bool climbsToRoot(const clang::Expr &Object, const Loop &L);

/// `while (text.size() < width)`: does L go on until Object has a size?
bool padsToWidth(const clang::Expr &Object, const Loop &L);

/// Is the number of elements of Object kept small where Call repeats: is its
/// size compared with something other than another size, and an element
/// dropped (`if (recent.size() > kMax) recent.pop_back()`)?
bool isSizeLimited(const clang::Expr &Object, const Repetition &Rep,
                   const clang::Stmt &Call, TranslationUnit &TU);

/// Does Scope, which takes parts off the front of Object, look in Object for
/// `::`, `/`, `.` or the like? A qualified name, path or domain has few parts.
bool splitsName(const clang::Expr &Object, const clang::Stmt &Scope,
                const ApiModels &Models);

/// Does the condition of L look at the first element of Object
/// (`while (text[0] == '.')`), or does L drop as much of Object, in Drop, as
/// long as its condition finds something in it, and no more? Such loops strip a
/// prefix of a few elements.
bool stripsPrefix(const clang::Expr &Object, const clang::Stmt &Drop,
                  const Loop &L);

/// Does L walk over Object itself: does its condition ask for the end or size
/// of Object?
bool isWalkedBy(const clang::Expr &Object, const Loop &L);

} // namespace slowpath

#endif
