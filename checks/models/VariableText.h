// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_VARIABLETEXT_H
#define SLOWPATH_CHECKS_MODELS_VARIABLETEXT_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

namespace slowpath {

class ApiModels;

/// What a formatting function makes its text from.
struct Formatting {
  /// The argument with the format, or null.
  const clang::Expr *Format = nullptr;
  /// What a placeholder in it begins with.
  char Placeholder = '%';
};

/// The format of the text that Call returns: of a function that a model calls
/// one, that has clang's format attribute, or that is variadic in C's way and
/// returns a string, as the project's own do.
Formatting formattingBy(const clang::CallExpr &Call, const ApiModels &Models);

/// Where the text of a variable comes from.
struct VariableText {
  /// What it is made from or assigned, or the format; null if unknown.
  const clang::Expr *From = nullptr;
  /// From is a format, whose placeholders begin so; 0 if it is the text.
  char Placeholder = 0;
  /// More text may be appended to it.
  bool Appended = false;
};

/// The text of Var, a local variable, where Use reads it: that of its
/// initialiser, or the last that it is assigned, or that `snprintf` and its
/// like write to it, if that always happens before Use.
VariableText textBefore(const clang::VarDecl &Var,
                        const clang::DeclRefExpr &Use, const ApiModels &Models);

} // namespace slowpath

#endif
