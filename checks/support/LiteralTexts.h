// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LITERALTEXTS_H
#define SLOWPATH_CHECKS_SUPPORT_LITERALTEXTS_H

#include "checks/support/TranslationUnit.h"
#include "llvm/ADT/DenseMap.h"

namespace slowpath {

/// Knows which fields of a translation unit hold nothing but literals, although
/// their type keeps a copy of any text. Everything is looked at at once, on
/// first use.
class LiteralTexts {
public:
  explicit LiteralTexts(TranslationUnit &Unit) : TU(Unit) {}

  /// A literal that Field, a string of the standard library, is given, if it is
  /// given nothing else and is only looked at in ways that a view of a literal
  /// can be, too. Null if not, and if not all that is done to it is seen here.
  const clang::Expr *literalIn(const clang::FieldDecl &Field);

private:
  class Finder;
  struct Text {
    const clang::Expr *Literal = nullptr;
    /// Mentions that are neither a literal's assignment nor a look.
    int Others = 0;
  };

  TranslationUnit &TU;
  bool IsFilled = false;
  llvm::DenseMap<const clang::FieldDecl *, Text> Texts;
};

} // namespace slowpath

#endif
