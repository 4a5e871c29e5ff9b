// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OBJECTSITES_H
#define SLOWPATH_CHECKS_SUPPORT_OBJECTSITES_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace slowpath {

/// What fewer objects waste is less than what a page of memory holds.
inline constexpr uint64_t ManyElements = 1000;

/// Where objects lie that a container or a variable keeps.
enum class ObjectStorage {
  /// Side by side: in arrays, vectors and the blocks of a deque.
  Block,
  /// Each in a block of memory of its own.
  Heap,
  /// Each in a node, together with what the container needs.
  Node
};

/// A place in the code that may make many objects of a class.
struct ObjectSite {
  const clang::Expr *Made = nullptr;
  /// The container that gets it, or null.
  const clang::Expr *Container = nullptr;
  /// Of an array.
  const clang::DeclaratorDecl *Array = nullptr;
  /// The number of elements that a sequence is made for, or null.
  const clang::Expr *Count = nullptr;
};

/// Knows where the classes of a translation unit are made. Looks at all of it
/// at once, on first use.
class ObjectSites {
public:
  explicit ObjectSites(TranslationUnit &Unit) : TU(Unit) {}

  /// Where elements of Record are added to containers, objects allocated,
  /// arrays of ManyElements or more declared, and sequences made or resized.
  llvm::ArrayRef<ObjectSite> of(const clang::CXXRecordDecl &Record);

private:
  class Finder;

  TranslationUnit &TU;
  bool IsFilled = false;
  llvm::DenseMap<const clang::CXXRecordDecl *, llvm::SmallVector<ObjectSite, 2>>
      Sites;
};

/// The container that Call adds an element to, or null.
const clang::Expr *extendedBy(const clang::CallExpr &Call, TranslationUnit &TU);

/// The number of elements of T, which is an array of arrays or `std::array`.
uint64_t lengthOf(clang::QualType T);

/// Is the number of elements Count large: a constant, or the size of another
/// container?
bool isLargeCount(const clang::Expr &Count, TranslationUnit &TU);

/// Where the elements of a container of this type lie.
ObjectStorage storageIn(clang::QualType Container, clang::ASTContext &Context);

} // namespace slowpath

#endif
