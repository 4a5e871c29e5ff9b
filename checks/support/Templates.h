// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TEMPLATES_H
#define SLOWPATH_CHECKS_SUPPORT_TEMPLATES_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/SmallVector.h"

namespace slowpath {

/// The function as it is written: the template of an instantiation, any other
/// function itself. Canonical.
const clang::FunctionDecl &patternOf(const clang::FunctionDecl &Function);

/// What Pattern, a function template, a member of a class template or a generic
/// lambda, was instantiated to in this translation unit.
llvm::SmallVector<const clang::FunctionDecl *, 4>
instantiationsOf(const clang::FunctionDecl &Pattern);

} // namespace slowpath

#endif
