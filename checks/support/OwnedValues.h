// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OWNEDVALUES_H
#define SLOWPATH_CHECKS_SUPPORT_OWNEDVALUES_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A sequence of pointers, each of which owns an object that is small enough to
/// be an element itself.
struct OwnedValues {
  /// The variable or member that is the sequence.
  const clang::ValueDecl *Sequence = nullptr;
  const clang::Expr *Container = nullptr;
  /// The class of the objects.
  const clang::CXXRecordDecl *Class = nullptr;
};

/// The sequence that Append adds an element to, if its objects are small, can
/// be moved, and all that is done to it is seen in this translation unit.
std::optional<OwnedValues> ownedValuesAt(const clang::CallExpr &Append,
                                         TranslationUnit &TU);

/// May the objects as well be the elements: are all of exactly this class, made
/// where they are appended, and only looked at, with none absent, replaced or
/// handed over, and nobody asking for an address? Looks at the whole
/// translation unit.
bool mayBeElements(const OwnedValues &Values, TranslationUnit &TU);

} // namespace slowpath

#endif
