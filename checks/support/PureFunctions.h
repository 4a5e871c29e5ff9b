// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_PUREFUNCTIONS_H
#define SLOWPATH_CHECKS_SUPPORT_PUREFUNCTIONS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// Does a call of Function only compute: is its body known, writes it nothing
/// but its own variables, and reads it nothing but what it is given, its object
/// included? So the same given, the result is the same.
bool isPureBody(const clang::FunctionDecl &Function, TranslationUnit &TU);

/// The loop over data by which Function, a pure one, computes; or null.
const Loop *workOf(const clang::FunctionDecl &Function, TranslationUnit &TU);

} // namespace slowpath

#endif
