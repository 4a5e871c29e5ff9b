// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MOVECOST_H
#define SLOWPATH_CHECKS_SUPPORT_MOVECOST_H

#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"

namespace slowpath {

/// What copying an object costs that moving it does not.
enum class CopyCost {
  /// Nothing that is worth a word: no memory of its own, shared until it is
  /// written to (Qt's containers), or no move that differs from the copy.
  None,
  /// An allocation, for a text or what holds one.
  Allocation,
  /// All elements of a container.
  Elements,
};

/// Of an object of type T; for a class of the user's, of its members.
CopyCost copyCost(clang::QualType T);

/// Are copies and moves of a T made by the compiler and the standard library
/// only, so that nobody can tell them apart by what they do besides?
bool hasPlainCopies(clang::QualType T);

/// Does the parameter Index of Callee, a function of a library, take what it is
/// given by copy if that is an lvalue, and by move if it is an rvalue: has a
/// function of the same name a `T &&` there, or is it forwarded to where it is
/// kept?
bool keepsByMove(const clang::FunctionDecl &Callee, unsigned Index);

/// Does Function, which has a body, move Parameter on: `std::move(parameter)`
/// in its body or its initialisers?
bool movesParameter(const clang::FunctionDecl &Function,
                    const clang::ParmVarDecl &Parameter);

} // namespace slowpath

#endif
