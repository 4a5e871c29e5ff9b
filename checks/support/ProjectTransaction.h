// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_PROJECTTRANSACTION_H
#define SLOWPATH_CHECKS_SUPPORT_PROJECTTRANSACTION_H

#include "checks/support/DatabaseCalls.h"
#include <optional>
#include <string>

namespace slowpath {

/// Code that runs statements in one transaction.
struct TransactionLines {
  std::string Begin;
  std::string Commit;
};

/// How the project itself runs statements in one transaction on Connection, an
/// object of one of its classes: with a guard class that takes it
/// (`Transaction transaction(db);`), or with a method of it that runs any SQL
/// text (`db.exec("BEGIN");`). Nothing if this translation unit shows neither.
std::optional<TransactionLines>
projectTransaction(const clang::Expr &Connection, TranslationUnit &TU);

/// May executing S throw, as far as the functions it calls are known?
bool mayThrow(const clang::Stmt &S, TranslationUnit &TU);

} // namespace slowpath

#endif
