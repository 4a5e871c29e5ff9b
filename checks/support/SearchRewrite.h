// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SEARCHREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_SEARCHREWRITE_H

#include "checks/Finding.h"
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

/// What to do instead. For review, with the header to include in Header: a set
/// made before the outermost loop that leaves the sequence as it is, if that is
/// a variable of the very function, its elements are integers, enumerators or
/// strings, and it is only asked whether the key is there. Advice otherwise.
Rewrite searchInASet(const RepeatedSearch &Repeated, TranslationUnit &TU,
                     llvm::StringRef &Header);

} // namespace slowpath

#endif
