// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CALLABLES_H
#define SLOWPATH_CHECKS_SUPPORT_CALLABLES_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace slowpath {

class ApiModels;

/// What is run when somebody calls the value of an expression.
struct Callable {
  /// The lambda, or null if it is a named function.
  const clang::LambdaExpr *Lambda = nullptr;
  /// The lambda's call operator, or the function. It has a body, unless
  /// templates hide it.
  const clang::FunctionDecl *Function = nullptr;
  /// Its parameters are what the caller passes: nothing was bound.
  bool IsPlain = true;
};

/// The callable that E, an argument of a call, is: a lambda, a local variable
/// that holds one, a function by name, or `std::ref`, `std::bind`,
/// `std::mem_fn` or `std::function` of one (see Effect::CallbackWrap). Nothing
/// for others.
std::optional<Callable> callableOf(const clang::Expr &E,
                                   const ApiModels &Models);

/// Does Call, of a library, run the callables among its arguments once per
/// element? In templates, where Call's callee depends on its arguments: do all
/// functions of that name?
bool runsPerElement(const clang::CallExpr &Call, const ApiModels &Models);

/// Does E, in the body of a function, call what its parameter names?
bool isCallOf(const clang::Expr &E, const clang::ParmVarDecl &Parameter);

} // namespace slowpath

#endif
