// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SEARCHREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_SEARCHREWRITE_H

#include "checks/Finding.h"
#include "checks/support/RepeatedSearch.h"

namespace slowpath {

/// What to do instead. For review, with the header to include in Header: a set
/// made before the outermost loop that leaves the sequence as it is, if that is
/// a variable of the very function, its elements are integers, enumerators or
/// strings, and it is only asked whether the key is there. Advice otherwise.
Rewrite searchInASet(const RepeatedSearch &Repeated, TranslationUnit &TU,
                     llvm::StringRef &Header);

} // namespace slowpath

#endif
