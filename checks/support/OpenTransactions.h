// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OPENTRANSACTIONS_H
#define SLOWPATH_CHECKS_SUPPORT_OPENTRANSACTIONS_H

#include "checks/support/DatabaseCalls.h"

namespace slowpath {

enum class TransactionState {
  /// No transaction is open, as far as all callers are known.
  Closed,
  /// One is open, or may well be: the code tests for it, or calls something
  /// unknown that could begin one.
  Open,
  /// Nothing here opens one, but callers that are not known may.
  Unknown,
};

/// Is a transaction on the connection Object (null: unknown) open when S is
/// executed? Looks at the function around S, at the functions around a lambda,
/// and at the callers in this translation unit. What happens within Ignored,
/// if given, does not count.
TransactionState transactionAt(const clang::Stmt &S, const clang::Expr *Object,
                               const clang::Stmt *Ignored, TranslationUnit &TU);

/// Does any function of this translation unit begin a transaction of Library?
bool beginsAnywhere(llvm::StringRef Library, TranslationUnit &TU);

/// Are commits on the connection Object free, since its database is in memory,
/// or does not wait for the disk? Function is where Object is named.
bool isThrowAway(const clang::Expr *Object, const clang::FunctionDecl &Function,
                 TranslationUnit &TU);

/// Does Call open a database in memory, or switch waiting for the disk off?
bool makesThrowAway(const DatabaseCall &Call, const ApiModels &Models);

/// Another method of the class of Function that runs a loop of its own in a
/// transaction that it begins and commits on Object, a member; or null. Methods
/// of such a class do not expect one to be open when they are called.
const clang::FunctionDecl *
neighbourThatBegins(const clang::FunctionDecl &Function,
                    const clang::Expr *Object, TranslationUnit &TU);

} // namespace slowpath

#endif
