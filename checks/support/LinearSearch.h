// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LINEARSEARCH_H
#define SLOWPATH_CHECKS_SUPPORT_LINEARSEARCH_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A search that compares one element of a sequence after the other with a key.
struct LinearSearch {
  enum class Kind {
    /// Is the key there?
    Test,
    /// Where is it?
    Place,
    /// How often?
    Count,
    /// Removes it.
    Removal,
  };
  Kind What = Kind::Place;
  const clang::Expr *Sequence = nullptr;
  const clang::Expr *Key = nullptr;
  /// What of an element is compared (`each.id`); null for the whole element.
  const clang::Expr *Part = nullptr;
  /// What an element is called in Part, or null.
  const clang::VarDecl *Element = nullptr;
  /// The call, or the comparison of its result with the end of Sequence; null
  /// for loops.
  const clang::Expr *Expression = nullptr;
  /// True if Expression holds when the key is not there.
  bool IsNegated = false;
  /// What runs once per search.
  const clang::Stmt *Begin = nullptr;
  clang::SourceRange Range;
};

/// The search that Call makes: `std::find(v.begin(), v.end(), key)`,
/// `v.contains(key)`, `std::any_of(…, [&](auto &each) { return each.id == key;
/// })`. Nothing if it is not all of a container that is searched, or not for
/// what equals a key.
std::optional<LinearSearch> searchBy(const clang::CallExpr &Call,
                                     TranslationUnit &TU);

/// The same of a loop that only compares each element, and ends when it has
/// found one: `for (auto &each : v) if (each.id == key) return &each;`.
std::optional<LinearSearch> searchBy(const clang::Stmt &LoopStatement,
                                     TranslationUnit &TU);

/// May Sequence have many elements? Not when they are listed in the program,
/// are few by their nature or name, or have few different values.
bool mayBeLong(const clang::Expr &Sequence, TranslationUnit &TU);

/// How code changes a sequence: a call of each kind, or null.
struct SequenceChanges {
  /// Appends or inserts an element.
  const clang::Expr *Append = nullptr;
  /// Erases one, but not by its value.
  const clang::Expr *Erase = nullptr;
  /// Anything else: `clear()`, `sort()`.
  const clang::Expr *Other = nullptr;
};

/// What member calls under Scope do to Sequence.
SequenceChanges changesTo(const clang::Expr &Sequence, const clang::Stmt &Scope,
                          TranslationUnit &TU);

} // namespace slowpath

#endif
