// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_PREPAREDSQL_H
#define SLOWPATH_CHECKS_MODELS_PREPAREDSQL_H

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace slowpath {

class ApiModels;

/// `sqlite3_prepare_v2(db, "SELECT …", -1, &stmt, nullptr)`.
struct PrepareCall {
  const clang::Expr *Call = nullptr;
  /// The text; null if it may be one of several.
  const clang::Expr *Sql = nullptr;
  /// `&stmt`, or null.
  const clang::Expr *Out = nullptr;
  /// `query` of `query.prepare("SELECT …")`, or null. That the call's result
  /// initialises or is assigned to the handle needs neither.
  const clang::Expr *Handle = nullptr;
  /// The call is one on `this` that prepares the handle, a member.
  bool OfThis = false;
};

using PrepareCalls = llvm::SmallVector<PrepareCall, 2>;
/// Says whether an expression prepares a statement.
using PrepareFinder =
    llvm::function_ref<std::optional<PrepareCall>(const clang::Expr &)>;

/// What tells two statement handles apart: `stmt`, `this->stmt`, `ctx.stmt`.
struct StatementHandle {
  /// The variable, or the one that holds the field; null for `this`.
  const clang::ValueDecl *Variable = nullptr;
  const clang::FieldDecl *Field = nullptr;

  explicit operator bool() const { return Variable || Field; }
  bool operator==(const StatementHandle &) const = default;
};

/// Is Call one of a method that returns its object: `stmt.bind(1, x)`?
bool returnsItsObject(const clang::CXXMemberCallExpr &Call);

/// The handle E names: looks through `&stmt`, `*stmt`, `stmt.get()`, smart
/// pointers' operators and methods that return their object
/// (`stmt.bind(1, x)`).
StatementHandle statementHandle(const clang::Expr *E);

/// The calls that may have prepared Handle when Use executes it: one, or
/// several after a branch. Looks at the function around a local handle, and at
/// the methods of the class of a member.
PrepareCalls preparesBefore(const clang::Expr &Use, StatementHandle Handle,
                            PrepareFinder AsPrepare);

/// The calls that may have prepared Member of `this` when Function returns.
PrepareCalls preparesOfMember(const clang::FunctionDecl &Function,
                              const clang::FieldDecl &Member,
                              PrepareFinder AsPrepare);

/// The calls that may have prepared what Function returns.
PrepareCalls preparesOfResult(const clang::FunctionDecl &Function,
                              PrepareFinder AsPrepare);

/// The calls that may have prepared the handle that Parameter, a reference or
/// pointer, leads to when Function returns.
PrepareCalls preparesOfParameter(const clang::FunctionDecl &Function,
                                 const clang::ParmVarDecl &Parameter,
                                 PrepareFinder AsPrepare);

/// The texts given to Calls, each once. Empty if any is unknown.
llvm::SmallVector<std::string, 1> textsOf(const PrepareCalls &Calls,
                                          const ApiModels &Models);

} // namespace slowpath

#endif
