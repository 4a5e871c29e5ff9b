// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_REPEATEDSEARCH_H
#define SLOWPATH_CHECKS_SUPPORT_REPEATEDSEARCH_H

#include "checks/support/LinearSearch.h"
#include "checks/support/Objects.h"

namespace slowpath {

/// A search that a loop repeats.
struct RepeatedSearch {
  LinearSearch Search;
  Repetition Repeat;
  /// What is searched and what for, as the code in the loop calls them.
  std::string Sequence;
  std::string Key;
  /// A call that appends to the sequence in the loop, or null.
  const clang::Expr *Append = nullptr;
};

/// The loop over much data that makes Search again and again, for another key
/// each time: around it, or around a call of the function that makes it.
/// Nothing if what the loop does to the sequence leaves nothing to keep beside
/// it, or the sequence is one item's own or limited in size.
std::optional<RepeatedSearch> repetitionOfSearch(const LinearSearch &Search,
                                                 TranslationUnit &TU);

} // namespace slowpath

#endif
