// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CONCATENATION_H
#define SLOWPATH_CHECKS_SUPPORT_CONCATENATION_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// The operands of a chain of overloaded `+` on strings, left to right:
/// `s + a + (b + c)` gives s, a, (b + c). One operand if E is no such chain.
llvm::SmallVector<const clang::Expr *, 4> operandsOfPlus(const clang::Expr &E);

/// If Call is of a function whose every return statement concatenates to the
/// front of the same parameter (`return text + x;`), the argument given for
/// that parameter, else null.
const clang::Expr *argumentExtendedBy(const clang::CallExpr &Call);

/// May `s = s + a + b` become `s += a; s += b` without anybody noticing?
/// Operands are those of the chain, s first. It may not when a later operand
/// could read s through another name, or when an exception between the two
/// appends would leave a visible half-grown s.
bool canSplitAppend(llvm::ArrayRef<const clang::Expr *> Operands,
                    const FunctionAnalysis &Analysis,
                    const clang::ASTContext &Context);

/// Is the object overwritten or cleared, without looking at its old value,
/// anywhere in Scope?
bool isReplacedIn(const clang::Expr &Object, const clang::Stmt &Scope);

/// Is the object overwritten or cleared, without looking at its old value, on
/// every way to At within Scope?
bool isResetBefore(const clang::Expr &Object, const clang::Stmt &At,
                   const clang::Stmt &Scope, const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
