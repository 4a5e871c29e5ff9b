// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_FIELDLAYOUT_H
#define SLOWPATH_CHECKS_SUPPORT_FIELDLAYOUT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace slowpath {

/// Fields that one declaration declares (`int x, y;`), which stay together.
using FieldGroup = llvm::SmallVector<const clang::FieldDecl *, 1>;

/// An order of all groups: the indices that they have as they are declared.
using FieldOrder = llvm::SmallVector<unsigned, 8>;

/// The bytes of a field, and what its offset is a multiple of.
struct FieldSize {
  uint64_t Size = 0;
  uint64_t Align = 1;
};

/// Where the fields of a class lie in its objects, and would lie in another
/// order.
class FieldLayout {
public:
  /// That of Record, which is defined. Nothing where the order decides more
  /// than the places of fields, or somebody has thought about these: unions,
  /// templates, virtual bases, bit-fields, fields without a name or a size,
  /// empty fields, and whatever is packed or aligned by an attribute.
  static std::optional<FieldLayout> of(const clang::CXXRecordDecl &Record,
                                       const clang::ASTContext &Context);

  llvm::ArrayRef<FieldGroup> groups() const { return Groups; }

  /// The bytes of an object.
  uint64_t size() const { return Size; }
  /// Those of them that belong to none of its fields and bases.
  uint64_t padding() const { return Padding; }

  /// The smallest order for which IsAllowed holds, and of several that which
  /// moves the fewest groups the least way; nothing if none is smaller than
  /// that of the source.
  std::optional<FieldOrder>
  smallest(llvm::function_ref<bool(llvm::ArrayRef<unsigned>)> IsAllowed) const;

  /// The bytes of an object whose fields are in this order.
  uint64_t sizeIn(llvm::ArrayRef<unsigned> Order) const;

  /// All groups as they are declared.
  FieldOrder declaredOrder() const;

  /// As if the types of those fields that SizeOf has an answer for were changed
  /// to others of this size.
  FieldLayout
  resized(llvm::function_ref<std::optional<FieldSize>(const clang::FieldDecl &)>
              SizeOf) const;

private:
  llvm::SmallVector<FieldGroup, 8> Groups;
  llvm::SmallVector<llvm::SmallVector<FieldSize, 1>, 8> Places;
  /// What comes before the fields: the pointer to virtual functions, bases.
  uint64_t Start = 0;
  uint64_t StartAlign = 1;
  /// Of the object.
  uint64_t Align = 1;
  uint64_t Size = 0;
  uint64_t Padding = 0;
};

/// The groups that are moved to come from the order of the source to Order: as
/// few as can be, and rather those for which IsFixed does not hold.
llvm::SmallVector<bool, 8>
movedGroups(llvm::ArrayRef<unsigned> Order,
            llvm::function_ref<bool(unsigned)> IsFixed);

} // namespace slowpath

#endif
