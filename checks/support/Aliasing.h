// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_ALIASING_H
#define SLOWPATH_CHECKS_SUPPORT_ALIASING_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace slowpath {

/// May code in S change an object of the class type T that exists before S and
/// is known by a reference only, whatever other names it has?
///
/// Not if S only reads, and calls members of library values and functions of
/// the standard library that cannot write to a T: no user code is run (also not
/// by containers, to copy or destroy elements), no T is written except local
/// variables, and none is passed to be written. Local variables are not the
/// object if IsForeign is true: it was there before the function was called.
/// Calls for which IsHarmless, if given, holds do not change it.
bool mayChangeAlias(
    clang::QualType T, const clang::Stmt &S, bool IsForeign,
    llvm::function_ref<bool(const clang::CallExpr &)> IsHarmless = nullptr);

} // namespace slowpath

#endif
