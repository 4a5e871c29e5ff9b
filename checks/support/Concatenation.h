// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CONCATENATION_H
#define SLOWPATH_CHECKS_SUPPORT_CONCATENATION_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// Is T a library's own string class, not a user's class derived from one,
/// whose operators may do other things?
bool isLibraryString(clang::QualType T);

/// Is the operator one of the string's library, which does what it is known
/// for? One that a user declares may not concatenate (`text + 65` as "65").
bool isLibraryOperator(const clang::FunctionDecl &Operator);

/// The operands of a chain of a string library's own `+` (or Qt's `%`), left to
/// right: `s + a + (b + c)` gives s, a, (b + c). One operand if E is no such
/// chain.
llvm::SmallVector<const clang::Expr *, 4> operandsOfPlus(const clang::Expr &E);

/// If Call is of a function whose every return statement concatenates to the
/// front of the same parameter (`return text + x;`), the argument given for
/// that parameter, else null.
const clang::Expr *argumentExtendedBy(const clang::CallExpr &Call);

/// Is the object overwritten or cleared, without looking at its old value,
/// anywhere in Scope?
bool isReplacedIn(const clang::Expr &Object, const clang::Stmt &Scope);

/// Is the object overwritten or cleared, without looking at its old value, on
/// every way to At within Scope?
bool isResetBefore(const clang::Expr &Object, const clang::Stmt &At,
                   const clang::Stmt &Scope, const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
