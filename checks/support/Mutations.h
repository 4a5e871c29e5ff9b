// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MUTATIONS_H
#define SLOWPATH_CHECKS_SUPPORT_MUTATIONS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseSet.h"

namespace slowpath {

class TranslationUnit;

/// The variables that a statement may change: assigns, passes on as mutable,
/// takes the address of, calls a member on that is not const. What is reached
/// through a pointer is not part of a variable, what a reference names is.
///
/// Answers what clang's ExprMutationAnalyzer answers, with one walk for all
/// variables. That one walks for each, and needs the parents of every statement
/// of the translation unit, system headers included, which costs more than all
/// checks together.
class Mutations {
public:
  /// Of S and what is under it, lambda bodies included.
  Mutations(const clang::Stmt &S, TranslationUnit &TU);

  /// Of the body of Function, and the initialisers of a constructor; it has to
  /// have a body.
  Mutations(const clang::FunctionDecl &Function, TranslationUnit &TU);

  bool contains(const clang::VarDecl &Var) const {
    return Changed.contains(&Var);
  }

private:
  llvm::DenseSet<const clang::VarDecl *> Changed;
};

} // namespace slowpath

#endif
