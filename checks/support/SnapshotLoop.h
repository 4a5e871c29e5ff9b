// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SNAPSHOTLOOP_H
#define SLOWPATH_CHECKS_SUPPORT_SNAPSHOTLOOP_H

#include "checks/Finding.h"
#include "checks/support/MapChanges.h"

namespace slowpath {

/// A copy of all keys, values or elements of a container, in a sequence.
struct Snapshot {
  enum class Part { Keys, Values, Elements };
  Part What = Part::Elements;
  /// `m.keys()`, or the construction from `s.begin(), s.end()`.
  const clang::Expr *Made = nullptr;
  /// A call on the container: `m.keys()`, `s.begin()`.
  const clang::CXXMemberCallExpr *Call = nullptr;
  /// A pointer to it if Call is written with `->`.
  const clang::Expr *Container = nullptr;

  /// The class that has this member: that of the container, or a base of it.
  const clang::CXXRecordDecl *containerClass() const;
  /// Is the container const by the name it is copied by?
  bool isOfConst() const;
};

/// The copy that E makes; nothing if it copies no container, or one that ends
/// where it was made.
std::optional<Snapshot> snapshotAt(const clang::Expr &E, TranslationUnit &TU);

/// The loop over a copy that is used for nothing else.
struct SnapshotWalk {
  const Loop *Over = nullptr;
  /// What may happen to the container until the loop ends.
  Change Meanwhile = Change::None;
  /// The variable that holds the copy, or null.
  const clang::VarDecl *Kept = nullptr;
};

/// Nothing if there is none, or the copy is needed: the container may change in
/// the meantime, or the loop changes the copy.
std::optional<SnapshotWalk> walkOver(const Snapshot &Copy, TranslationUnit &TU);

/// `m[key]` of `for (key : m.keys())`, or null.
const clang::Expr *lookupOfElement(const Snapshot &Copy, const Loop &Over,
                                   TranslationUnit &TU);

/// The loop over the container itself. Safe if nothing can change that in the
/// meantime; advice where the loop has to be written anew.
Rewrite walkInstead(const Snapshot &Copy, const SnapshotWalk &Walk,
                    TranslationUnit &TU);

} // namespace slowpath

#endif
