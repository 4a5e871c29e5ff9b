// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CONTAINERREUSE_H
#define SLOWPATH_CHECKS_SUPPORT_CONTAINERREUSE_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// A sequence or string that each iteration of a loop makes empty, fills in a
/// loop of its own and throws away, with the memory it has got by then.
struct ContainerReuse {
  const clang::VarDecl *Container = nullptr;
  /// Declares it before the loop and empties it in each iteration.
  Rewrite Fix;
};

/// That of the variable that Made, a construction without arguments,
/// initialises in the body of L; nothing if it is handed on, copied, moved or
/// swapped, if it grows under a condition, has room for elements in itself or
/// shares its memory, or if the loop does what takes much longer.
std::optional<ContainerReuse>
containerReuseAt(const clang::Expr &Made, const Loop &L, TranslationUnit &TU);

/// May S, in the body of a loop, take so much longer than to get some memory
/// that this is no matter: a query, a file, a function of the project?
bool outweighsMemory(const clang::Stmt &S, TranslationUnit &TU);

} // namespace slowpath

#endif
