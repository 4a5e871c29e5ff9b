// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_HELDCALLABLES_H
#define SLOWPATH_CHECKS_SUPPORT_HELDCALLABLES_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace slowpath {

class ApiModels;

/// Something that a callable is kept in and called through: a field, a variable
/// that lives as long as the program, or a parameter, of function pointer or
/// `std::function` type; a signal.
///
/// The one that E calls: `onItem_(item)`, `(*visit)(item)`; null if E is no
/// such call.
const clang::ValueDecl *calledHolder(const clang::Expr &E,
                                     const ApiModels &Models);

/// From here on what calls Holder may run Target: a function, the call operator
/// of a lambda, or what is kept in another holder.
using BindingVisitor = llvm::function_ref<void(const clang::ValueDecl &Holder,
                                               const clang::ValueDecl &Target)>;

/// Calls Visit for what the body and the initialisers of Function bind:
/// assignments, arguments of functions of the project that have a holder as a
/// parameter, `connect`. Lambdas in it are functions of their own.
void visitBindings(const clang::FunctionDecl &Function, const ApiModels &Models,
                   BindingVisitor Visit);

} // namespace slowpath

#endif
