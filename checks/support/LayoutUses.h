// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LAYOUTUSES_H
#define SLOWPATH_CHECKS_SUPPORT_LAYOUTUSES_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"

namespace slowpath {

/// What depends on the order of the fields of a class, or on how wide an
/// enumeration is.
enum class LayoutUse {
  /// Nothing but the layout of objects, as far as this translation unit shows.
  None,
  /// Code that names fields by their position: values listed to initialise an
  /// object, structured bindings, a comparison that is defaulted. Code that
  /// converts numbers, which may be any, to the enumeration.
  Order,
  /// The bytes of objects: they are read, written, copied or looked at as
  /// memory, their size or an offset is asked for.
  Bytes
};

/// The uses of the classes and enumerations of a translation unit, template
/// instantiations of user code included; found out at once, on first use.
class LayoutUses {
public:
  explicit LayoutUses(TranslationUnit &Unit) : TU(Unit) {}

  LayoutUse of(const clang::TagDecl &Type);

private:
  class Finder;

  TranslationUnit &TU;
  bool IsFilled = false;
  llvm::DenseMap<const clang::TagDecl *, LayoutUse> Uses;
};

} // namespace slowpath

#endif
