// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LASTUSE_H
#define SLOWPATH_CHECKS_SUPPORT_LASTUSE_H

#include "checks/support/Loops.h"

namespace slowpath {

/// How sure it is that nobody looks at an object any more.
enum class Unused {
  /// It is named again, or something is made of it that is used.
  No,
  /// Functions of the user's were given it, which might have kept its address.
  Likely,
  /// Provably.
  Yes,
};

/// Is Use, a mention of the local variable Var in At, a call or construction,
/// the last one in the life of the object that Var is there? So its value may
/// be taken away by At. Nothing that holds a reference, pointer, iterator or
/// view of it may be used after At either. The variable must not be given a new
/// value before it is used again, since then its memory is used again, too.
Unused unusedAfter(const clang::Stmt &At, const clang::DeclRefExpr &Use,
                   const clang::VarDecl &Var, const FunctionAnalysis &Analysis);

/// Is the object of the local variable Var of no use any more when At begins,
/// which is in the scope of Var?
Unused unusedSince(const clang::Stmt &At, const clang::VarDecl &Var,
                   const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
