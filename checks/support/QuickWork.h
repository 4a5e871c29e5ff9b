// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_QUICKWORK_H
#define SLOWPATH_CHECKS_SUPPORT_QUICKWORK_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// Is an iteration of L done in a moment: are there few statements, no loops,
/// and only calls that compute a value or change a container, of libraries or
/// short functions of the project? Nothing waits, does I/O, locks, or is not
/// seen. Of the calls and constructions in Except nothing is asked.
bool isQuick(const Loop &L, llvm::ArrayRef<const clang::Expr *> Except,
             TranslationUnit &TU);

} // namespace slowpath

#endif
