// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SINGLEREADS_H
#define SLOWPATH_CHECKS_SUPPORT_SINGLEREADS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// The one thing that is asked of a sequence which is made for it.
struct SingleRead {
  enum class Kind { Contains, Size, IsEmpty, First, Last };
  Kind What = Kind::Size;
  /// `m.keys().size()`, `text.split(',')[0]`, `parts.last()`
  const clang::CallExpr *Call = nullptr;
  /// What Contains looks for, or null.
  const clang::Expr *Key = nullptr;
  /// The variable that holds the sequence, or null.
  const clang::VarDecl *Kept = nullptr;
};

/// What is asked of the sequence that Made makes: in the same expression, or
/// the only time that a variable is used which Made initialises. Nothing if it
/// is asked more, changed or given away, or is no library's.
std::optional<SingleRead> singleReadOf(const clang::Expr &Made,
                                       TranslationUnit &TU);

/// The same of Filled, a variable, which a call was given at At to fill it:
/// what is asked of it otherwise, once.
std::optional<SingleRead> singleReadOf(const clang::VarDecl &Filled,
                                       const clang::DeclRefExpr &At,
                                       TranslationUnit &TU);

/// Code, of an operator, where Read is called: in parentheses where the code
/// around it would take it apart.
std::string inPlaceOf(const SingleRead &Read, const std::string &Code,
                      TranslationUnit &TU);

} // namespace slowpath

#endif
