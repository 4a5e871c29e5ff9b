// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_RARECODE_H
#define SLOWPATH_CHECKS_SUPPORT_RARECODE_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// Is E in the initialiser of a local variable that is static?
bool isInStaticVariable(const clang::Expr &E, const FunctionAnalysis &Analysis);

/// Does Function, a pattern of user code, run when the program starts or ends,
/// or hardly ever, by where it is called? So does
///  - a function that nobody else can call, all of whose calls are on rare
///    paths, initialise what lives as long as the program, or are in such
///    functions;
///  - one that is named to set up or tear down (`migrateUsers`), or is a
///    destructor, if all calls that are seen are in `main`, constructors or
///    such functions, and in no loop over data.
/// Use TranslationUnit::isRare, which remembers.
bool isRarelyCalled(const clang::FunctionDecl &Function, TranslationUnit &TU);

} // namespace slowpath

#endif
