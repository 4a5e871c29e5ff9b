// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TRANSACTIONREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_TRANSACTIONREWRITE_H

#include "checks/Finding.h"
#include "checks/support/DatabaseCalls.h"

namespace slowpath {

/// Runs L in one transaction, in which each of the writes in it now commits for
/// itself. Direct: Write stands in L, not in a function called there (then the
/// rewrite is advice).
Rewrite wrapInTransaction(const DatabaseCall &Write, const Loop &L,
                          bool IsDirect, TranslationUnit &TU);

/// Moves the user's own Begin and Commit out of L. Begin is null when the
/// connection begins transactions by itself; Commit is null when a destructor
/// completes them; not both.
Rewrite moveTransaction(const DatabaseCall *Begin, const DatabaseCall *Commit,
                        const Loop &L, bool IsDirect, TranslationUnit &TU);

/// The Template of a model's transaction, with the names of a connection in it:
/// Handle as it is passed to the library, Access before its members.
std::string withHandle(llvm::StringRef Template, llvm::StringRef Handle,
                       llvm::StringRef Access);

/// `tx` of the code `pqxx::work tx(c);`, or empty if it declares nothing.
llvm::StringRef declaredName(llvm::StringRef Code);

} // namespace slowpath

#endif
