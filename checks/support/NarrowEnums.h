// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_NARROWENUMS_H
#define SLOWPATH_CHECKS_SUPPORT_NARROWENUMS_H

#include "checks/support/FieldLayout.h"
#include "checks/support/LayoutUses.h"

namespace slowpath {

/// Enumerations in the fields of a class that would do with one byte.
struct NarrowEnums {
  llvm::SmallVector<const clang::EnumDecl *, 2> Enums;
  /// Of the class with such fields, and the order of these that is smallest:
  /// the declared one if it is as small as any.
  FieldLayout Layout;
  FieldOrder Order;
};

/// The fewest enumerations that make the objects of a class with this layout
/// smallest when each has one byte. Nothing if they stay as large as they are.
/// Only those count for which nobody wrote a type, whose enumerators fit into a
/// byte, and whose width nothing in this translation unit depends on.
std::optional<NarrowEnums> narrowEnums(const FieldLayout &Layout,
                                       LayoutUses &Uses, TranslationUnit &TU);

/// The type of one byte that the values of Enum need: "std::uint8_t".
llvm::StringRef byteFor(const clang::EnumDecl &Enum);

/// How Enum is declared with that: "enum class Kind : std::uint8_t".
std::string narrowDeclaration(const clang::EnumDecl &Enum);

/// The edit that does so; nothing where it may do more than to make objects
/// smaller: values without a class of their own (`enum`) are then promoted, and
/// printed, as characters, and other files may declare or convert them.
std::optional<clang::FixItHint> narrow(const clang::EnumDecl &Enum,
                                       LayoutUses &Uses,
                                       const clang::ASTContext &Context);

} // namespace slowpath

#endif
