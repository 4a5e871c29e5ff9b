// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_GROWINGOBJECTS_H
#define SLOWPATH_CHECKS_SUPPORT_GROWINGOBJECTS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// Does a loop over data in this function, which Outside is not in, add to the
/// container Var?
bool isFilledInLoop(const clang::VarDecl &Var, const clang::Stmt &Outside,
                    const FunctionAnalysis &Analysis, TranslationUnit &TU);

/// Does Call add an element to a container, or text to a string?
bool addsElement(const clang::CallExpr &Call, TranslationUnit &TU);

/// Is everything that the program does to Object, a variable or member, seen in
/// this translation unit: is it a variable that only this unit knows, or a
/// private member of a class all of whose functions have their bodies here?
bool isSeenWhole(const clang::ValueDecl &Object);

/// Does this translation unit do nothing to the container Object but to add to
/// it and to look at it?
bool onlyGrows(const clang::ValueDecl &Object, TranslationUnit &TU);

} // namespace slowpath

#endif
