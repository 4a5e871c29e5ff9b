// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SMALLEROBJECTS_H
#define SLOWPATH_CHECKS_SUPPORT_SMALLEROBJECTS_H

#include "checks/Finding.h"
#include "checks/support/FieldLayout.h"
#include "checks/support/LayoutUses.h"
#include "checks/support/LiteralTexts.h"
#include "checks/support/ManyObjects.h"

namespace slowpath {

/// A change to a class, or to the types of its fields, that makes its objects
/// smaller.
struct SmallerObjects {
  /// The bytes of an object then.
  uint64_t Size = 0;
  /// What to say about it; without its cost.
  Finding What;
};

/// Answers where so many objects are made that it is worth a word if each has
/// so many bytes instead of those it has; or nothing.
using PlaceThatGains = llvm::function_ref<std::optional<ManyObjects>(uint64_t)>;

/// Another order of the fields of Record, whose layout is Layout and whose
/// objects are used as Use says.
std::optional<SmallerObjects> byOrder(const clang::CXXRecordDecl &Record,
                                      const FieldLayout &Layout, LayoutUse Use,
                                      const clang::ASTContext &Context,
                                      PlaceThatGains Place);

/// Enumerations of one byte. The edits, if there are any, lack the header.
std::optional<SmallerObjects> byEnums(const clang::CXXRecordDecl &Record,
                                      const FieldLayout &Layout,
                                      LayoutUses &Uses, TranslationUnit &TU,
                                      PlaceThatGains Place);

/// Views instead of strings that only ever hold literals, one by one.
llvm::SmallVector<SmallerObjects, 1> byTexts(const clang::CXXRecordDecl &Record,
                                             const FieldLayout &Layout,
                                             LiteralTexts &Texts,
                                             const clang::ASTContext &Context,
                                             PlaceThatGains Place);

} // namespace slowpath

#endif
