// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MEMOREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_MEMOREWRITE_H

#include "checks/Finding.h"
#include "checks/support/OverlappingRecursion.h"

namespace slowpath {

/// The function with a table of what it has computed; of level review, since
/// the table needs memory. A function of numbers keeps one per thread. What
/// reads more than its arguments gets the table from its caller, one per
/// outermost call, by an overload in front of it. Advice for members, templates
/// and where there is no place for the edits. Headers are the includes that it
/// needs.
Rewrite keepResults(const OverlappingRecursion &Recursion, TranslationUnit &TU,
                    llvm::SmallVectorImpl<std::string> &Headers);

} // namespace slowpath

#endif
