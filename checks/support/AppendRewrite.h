// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_APPENDREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_APPENDREWRITE_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ExprCXX.h"

namespace slowpath {

/// `s = s + a + b`, given the operands s, a, b, with `+=`. Safe if nobody can
/// notice: the operators are the library's and mean the same, no operand can
/// see a half-grown s, no exception between two appends leaves one behind.
/// Review where that cannot be shown, advice where it is no statement. Without
/// code where a macro spells parts of it.
Rewrite appendInPlace(const clang::CXXOperatorCallExpr &Assign,
                      llvm::ArrayRef<const clang::Expr *> Operands,
                      const FunctionAnalysis &Analysis,
                      const clang::ASTContext &Context);

/// `s += a + b`, given the operands a, b, as one append for each.
Rewrite appendOneByOne(const clang::CXXOperatorCallExpr &Append,
                       llvm::ArrayRef<const clang::Expr *> Operands,
                       const FunctionAnalysis &Analysis,
                       const clang::ASTContext &Context);

/// `s = a + s + b`, given the operands a, s, b and the index of s. In is the
/// loop in whose iterations s grows, or null if it is in a caller.
Rewrite collectBackwards(const clang::CXXOperatorCallExpr &Assign,
                         llvm::ArrayRef<const clang::Expr *> Operands,
                         size_t At, const Loop *In, FunctionAnalysis &Analysis,
                         clang::ASTContext &Context);

/// `s = format("{}, {}", s, a)` with format_to. Nothing if s is not formatted
/// exactly once.
std::optional<Rewrite> formatToEnd(const clang::CXXOperatorCallExpr &Assign,
                                   const clang::CallExpr &Format,
                                   const FunctionAnalysis &Analysis,
                                   const clang::ASTContext &Context);

/// `s = concat(s, a, b)` with Append, which appends to what its first argument
/// points to: `append(&s, a, b)`. Nothing if s is not the first argument, or an
/// other one depends on it.
std::optional<Rewrite> concatToEnd(const clang::CXXOperatorCallExpr &Assign,
                                   const clang::CallExpr &Concat,
                                   llvm::StringRef Append,
                                   const FunctionAnalysis &Analysis,
                                   const clang::ASTContext &Context);

} // namespace slowpath

#endif
