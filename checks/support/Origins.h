// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_ORIGINS_H
#define SLOWPATH_CHECKS_SUPPORT_ORIGINS_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// What the value of an expression depends on.
struct Origins {
  /// Nothing but constants, members, what lives as long as the program, and
  /// Parameters: called twice with the same, a function has the same value.
  bool IsFixed = true;
  /// Indices of parameters of Home.
  llvm::SmallVector<unsigned, 2> Parameters;
};

/// Of E in the function that Analysis is about. Home is that function, or if it
/// is a lambda, the function around it that has the parameters.
Origins originsOf(const clang::Expr &E, const FunctionAnalysis &Analysis,
                  const clang::FunctionDecl &Home);

/// The same, but what others may change while the program runs is not fixed:
/// variables that are not const and live as long as the program, and members,
/// unless the function is const.
Origins lastingOriginsOf(const clang::Expr &E, const FunctionAnalysis &Analysis,
                         const clang::FunctionDecl &Home);

/// How long what a call makes or opens is kept.
enum class Lifetime {
  /// Nobody can tell.
  Unknown,
  /// It ends in the function that makes the call.
  Function,
  /// It ends with the object that the function is called on.
  Object,
  /// It is returned to the caller.
  Result
};

/// Of what E makes, the owner of which is E's value, or what the argument Out
/// points to (null if there is none). In the function that Analysis is about.
Lifetime lifetimeOf(const clang::Expr &E, const clang::Expr *Out,
                    const FunctionAnalysis &Analysis, TranslationUnit &TU);

} // namespace slowpath

#endif
