// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TYPES_H
#define SLOWPATH_CHECKS_SUPPORT_TYPES_H

#include "clang/AST/Type.h"

namespace slowpath {

/// What a class is to a performance check, whatever library it comes from.
enum class TypeMeaning {
  Other,
  /// Owns characters in one block: std::basic_string, QString, QByteArray, …
  String,
  /// Owns elements in one block and moves them all when one is inserted at the
  /// front: std::vector, llvm::SmallVector, boost::container::vector, …
  ContiguousSequence,
  /// As above, but both ends grow in amortised constant time (Qt 6's QList).
  DoubleEndedContiguous,
};

/// The meaning of T, of the class it refers to, or of its nearest known base.
/// Typedefs, references and cv-qualifiers are looked through. Other for
/// dependent types.
TypeMeaning meaningOf(clang::QualType T);

inline bool isString(clang::QualType T) {
  return meaningOf(T) == TypeMeaning::String;
}

/// Is T (references stripped) the class template or class Name, given with its
/// namespaces and without inline ones: "std::basic_ostringstream"? Also true
/// for classes derived from it.
bool isOrDerivesFrom(clang::QualType T, llvm::StringRef Name);

} // namespace slowpath

#endif
