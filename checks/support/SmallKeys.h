// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SMALLKEYS_H
#define SLOWPATH_CHECKS_SUPPORT_SMALLKEYS_H

#include "checks/support/Lookups.h"
#include <string>

namespace slowpath {

/// A map or set whose keys are so few that an array can have a place for each.
struct SmallKeys {
  /// The variable or member that it is.
  const clang::ValueDecl *Container = nullptr;
  /// How many there may be: 5 enumerators, 256 bytes.
  uint64_t Keys = 0;
  /// The bytes of the map itself, without its elements, and of the array.
  uint64_t Size = 0;
  uint64_t ArraySize = 0;
  /// "std::array<int, 5>", "std::bitset<5>"
  std::string Array;
};

/// What the keys of the map or set are in which L looks for one that is no
/// constant: enumerators, at most 64 of small values, or bytes. Nothing if they
/// are others, or if other functions may have to know the type of the map: it
/// is a parameter, is handed over or returned as a whole, or others can see it.
std::optional<SmallKeys> smallKeysOf(const Lookup &L, TranslationUnit &TU);

} // namespace slowpath

#endif
