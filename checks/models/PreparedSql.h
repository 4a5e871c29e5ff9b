// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_PREPAREDSQL_H
#define SLOWPATH_CHECKS_MODELS_PREPAREDSQL_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace slowpath {

/// `sqlite3_prepare_v2(db, "SELECT …", -1, &stmt, nullptr)`.
struct PrepareCall {
  const clang::Expr *Sql = nullptr;
  /// `&stmt`, or null.
  const clang::Expr *Out = nullptr;
  /// `query` of `query.prepare("SELECT …")`, or null. That the call's result
  /// initialises or is assigned to the handle needs neither.
  const clang::Expr *Handle = nullptr;
};

/// The SQL texts that may have been prepared for Handle when Use executes it:
/// one, or several after a branch. Looks at the function around a local handle,
/// and at the methods of the class of a member. Empty if any text is unknown.
/// AsPrepare says whether an expression prepares a statement.
llvm::SmallVector<std::string, 1> preparedTexts(
    const clang::Expr &Use, const clang::Expr &Handle,
    llvm::function_ref<std::optional<PrepareCall>(const clang::Expr &)>
        AsPrepare);

} // namespace slowpath

#endif
