// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/FieldLayout.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecordLayout.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Does an attribute or a pragma say where the object, or the field, lies?
bool isPlaced(const Decl &D) {
  return D.hasAttr<PackedAttr>() || D.hasAttr<AlignedAttr>() ||
         D.hasAttr<MaxFieldAlignmentAttr>() || D.hasAttr<AlignMac68kAttr>() ||
         D.hasAttr<NoUniqueAddressAttr>() || D.hasAttr<RandomizeLayoutAttr>() ||
         D.hasAttr<MSStructAttr>();
}

/// `char reserved[40];`: bytes that are there to be there.
bool isSpace(const FieldDecl &Field, const ASTContext &Context) {
  const QualType Element = Context.getBaseElementType(Field.getType());
  return Field.getType()->isArrayType() &&
         (Element->isCharType() || Element->isStdByteType()) &&
         (Field.getName().contains_insensitive("pad") ||
          Field.getName().contains_insensitive("reserved") ||
          Field.getName().contains_insensitive("unused"));
}

/// Is a base of Record, or a base of one, a class with virtual functions of a
/// library? Such objects keep most of what they are elsewhere: widgets,
/// documents.
bool extendsLibrary(const CXXRecordDecl &Record) {
  return llvm::any_of(Record.bases(), [](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
    return Class && Class->isPolymorphic() &&
           (!isUserCode(*Class) || extendsLibrary(*Class->getDefinition()));
  });
}

/// Do the places of its own fields, each as large as its type, make up the
/// whole of Record behind its bases?
bool isSimple(const CXXRecordDecl &Record, const ASTContext &Context) {
  if (Record.isInvalidDecl() || !Record.isCompleteDefinition() ||
      Record.isUnion() || Record.isLambda() || Record.isDependentContext() ||
      Record.getTemplateInstantiationPattern() || Record.getNumVBases() != 0 ||
      Record.hasFlexibleArrayMember() || isPlaced(Record) ||
      extendsLibrary(Record))
    return false;
  bool HasEmptyBase = false;
  for (const CXXBaseSpecifier &Base : Record.bases()) {
    const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
    HasEmptyBase |= Class && Class->isEmpty();
  }
  return llvm::all_of(Record.fields(), [&](const FieldDecl *Field) {
    const QualType Type = Field->getType();
    const CXXRecordDecl *Class =
        Context.getBaseElementType(Type)->getAsCXXRecordDecl();
    // Two objects of one empty class must not have the same address.
    return Field->getIdentifier() && !Field->isBitField() &&
           !isPlaced(*Field) && !isSpace(*Field, Context) &&
           !Type->isIncompleteType() && !isa<DecltypeType>(Type) &&
           !(Class && Class->isEmpty()) &&
           !(Class && HasEmptyBase && isUserCode(*Class));
  });
}

/// The alignment of what comes before the fields.
uint64_t startAlign(const CXXRecordDecl &Record, const ASTContext &Context) {
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(&Record);
  CharUnits Most = CharUnits::One();
  if (Layout.hasOwnVFPtr())
    Most = Context.getTypeAlignInChars(Context.VoidPtrTy);
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl())
      Most = std::max(Most, Context.getASTRecordLayout(Class).getAlignment());
  return static_cast<uint64_t>(Most.getQuantity());
}

} // namespace

std::optional<FieldLayout> FieldLayout::of(const CXXRecordDecl &Record,
                                           const ASTContext &Context) {
  if (!isSimple(Record, Context))
    return std::nullopt;
  const ASTRecordLayout &Real = Context.getASTRecordLayout(&Record);
  const auto Bytes = [&](CharUnits Units) {
    return static_cast<uint64_t>(Units.getQuantity());
  };
  FieldLayout Result;
  Result.Size = Bytes(Real.getSize());
  Result.Align = Bytes(Real.getAlignment());
  // More than a cache line's worth of alignment is there for a reason.
  if (Result.Align > 16)
    return std::nullopt;
  if (Real.hasOwnVFPtr())
    Result.Start = Bytes(Context.getTypeSizeInChars(Context.VoidPtrTy));
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
        Class && !Class->isEmpty())
      Result.Start = std::max(
          Result.Start,
          Bytes(Real.getBaseClassOffset(Class)) +
              Bytes(Context.getASTRecordLayout(Class).getNonVirtualSize()));
  uint64_t Used = Result.Start;
  uint64_t End = Result.Start;
  for (const FieldDecl *Field : Record.fields()) {
    const QualType Type = Field->getType();
    FieldSize Here;
    Here.Size = Bytes(Type->isReferenceType()
                          ? Context.getTypeSizeInChars(Context.VoidPtrTy)
                          : Context.getTypeSizeInChars(Type));
    Here.Align = Bytes(Context.getDeclAlign(Field));
    End = llvm::alignTo(End, Here.Align);
    // What a compiler places otherwise, it would place otherwise in any order.
    if (Context.getFieldOffset(Field) != End * Context.getCharWidth())
      return std::nullopt;
    End += Here.Size;
    Used += Here.Size;
    if (Result.Groups.empty() ||
        Result.Groups.back().front()->getBeginLoc() != Field->getBeginLoc()) {
      Result.Groups.emplace_back();
      Result.Places.emplace_back();
    }
    Result.Groups.back().push_back(Field);
    Result.Places.back().push_back(Here);
  }
  Result.Padding = Result.Size - Used;
  Result.StartAlign = startAlign(Record, Context);
  if (Result.sizeIn(Result.declaredOrder()) != Result.Size)
    return std::nullopt;
  return Result;
}

FieldOrder FieldLayout::declaredOrder() const {
  FieldOrder Result;
  llvm::append_range(Result,
                     llvm::seq(0U, static_cast<unsigned>(Groups.size())));
  return Result;
}

FieldLayout FieldLayout::resized(
    llvm::function_ref<std::optional<FieldSize>(const FieldDecl &)> SizeOf)
    const {
  FieldLayout Result = *this;
  Result.Align = StartAlign;
  uint64_t Used = Start;
  for (const auto &[Group, Sizes] : llvm::zip_equal(Groups, Result.Places))
    for (const auto &[Field, Each] : llvm::zip_equal(Group, Sizes)) {
      Each = SizeOf(*Field).value_or(Each);
      Result.Align = std::max(Result.Align, Each.Align);
      Used += Each.Size;
    }
  Result.Size = Result.sizeIn(declaredOrder());
  Result.Padding = Result.Size - Used;
  return Result;
}

uint64_t FieldLayout::sizeIn(llvm::ArrayRef<unsigned> Order) const {
  uint64_t End = Start;
  for (const unsigned Index : Order)
    for (const FieldSize &Each : Places[Index])
      End = llvm::alignTo(End, Each.Align) + Each.Size;
  return std::max<uint64_t>(llvm::alignTo(End, Align), 1);
}

} // namespace slowpath
