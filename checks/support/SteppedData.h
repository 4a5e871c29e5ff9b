// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STEPPEDDATA_H
#define SLOWPATH_CHECKS_SUPPORT_STEPPEDDATA_H

#include "checks/support/LoopData.h"

namespace slowpath {

/// The data that a loop goes through whose condition takes the next piece:
/// `std::getline(in, line)`, `(row = mysql_fetch_row(result)) != nullptr`,
/// `sqlite3_step(s) == SQLITE_ROW`, `!in.eof()`. Nothing if the call may as
/// well wait for something, or be tried until it succeeds.
std::optional<LoopData> steppedBy(const clang::Expr &Condition,
                                  TranslationUnit &TU);

/// The same of a condition that declares a variable:
/// `while (const Entry *entry = cursor.next())`.
std::optional<LoopData> steppedBy(const clang::VarDecl &Kept,
                                  TranslationUnit &TU);

/// The same of a for statement that takes the first piece before the loop and
/// each further one in its increment.
std::optional<LoopData> steppedBy(const clang::ForStmt &For,
                                  TranslationUnit &TU);

/// The result whose rows Limit is the number of: `PQntuples(result)`, or a
/// local variable with that. Or null.
const clang::Expr *resultCountedBy(const clang::Expr &Limit,
                                   const ApiModels &Models);

} // namespace slowpath

#endif
