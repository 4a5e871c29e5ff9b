// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_USEKINDS_H
#define SLOWPATH_CHECKS_SUPPORT_USEKINDS_H

#include "checks/support/TranslationUnit.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace slowpath {

/// What the code around a mention of an object does to the object, or to what
/// the object points to.
enum class UseKind {
  /// Nothing.
  Read,
  /// Replaces a character by one that is not the end of the text.
  KeepsLength,
  /// Writes to it, or may: gives it another name, or passes it on.
  Write
};

/// Of Mention, a variable, a member or `this`. Only names the one member of it
/// that counts, or is null. Writes of other members are then none.
UseKind useKindOf(const clang::Expr &Mention, const clang::FieldDecl *Only,
                  const FunctionAnalysis &Analysis, TranslationUnit &TU);

/// Has the class of Method a const function of the same name and as many
/// parameters: does Method give access to a part, and changes nothing itself
/// (`begin`, `operator[]`, `data`)?
bool hasConstTwin(const clang::CXXMethodDecl &Method);

/// Is the parameter Index of Callee a forwarding reference that stands for an
/// lvalue here: `T &&` that became `T &`?
bool isForwarding(const clang::FunctionDecl &Callee, unsigned Index);

} // namespace slowpath

#endif
