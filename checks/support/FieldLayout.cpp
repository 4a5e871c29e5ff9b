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

FieldOrder identity(size_t Count) {
  FieldOrder Result;
  llvm::append_range(Result, llvm::seq(0U, static_cast<unsigned>(Count)));
  return Result;
}

void move(FieldOrder &Order, unsigned From, unsigned To) {
  auto *const Begin = Order.begin();
  if (From < To)
    std::rotate(Begin + From, Begin + From + 1, Begin + To + 1);
  else
    std::rotate(Begin + To, Begin + From, Begin + From + 1);
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
    Place Here;
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
  if (Result.sizeIn(identity(Result.Groups.size())) != Result.Size)
    return std::nullopt;
  return Result;
}

uint64_t FieldLayout::sizeIn(llvm::ArrayRef<unsigned> Order) const {
  uint64_t End = Start;
  for (const unsigned Index : Order)
    for (const Place &Each : Places[Index])
      End = llvm::alignTo(End, Each.Align) + Each.Size;
  return std::max<uint64_t>(llvm::alignTo(End, Align), 1);
}

std::optional<FieldOrder> FieldLayout::smallest(
    llvm::function_ref<bool(llvm::ArrayRef<unsigned>)> IsAllowed) const {
  // Pairs of moves are as many as the fourth power of this.
  constexpr unsigned MaxPairs = 16;
  // To look at source code takes longer than to add up sizes.
  unsigned Questions = 1000;
  const auto Count = static_cast<unsigned>(Groups.size());
  FieldOrder Sorted = identity(Count);
  const auto AlignOf = [&](unsigned Index) {
    uint64_t Most = 1;
    for (const Place &Each : Places[Index])
      Most = std::max(Most, Each.Align);
    return Most;
  };
  llvm::sort(Sorted, [&](unsigned A, unsigned B) {
    return std::pair(AlignOf(B), A) < std::pair(AlignOf(A), B);
  });
  const uint64_t Least = llvm::alignTo(Size - Padding, Align);
  uint64_t BestSize = Size;
  std::optional<FieldOrder> Best;
  const auto Consider = [&](llvm::ArrayRef<unsigned> Order) {
    const uint64_t Now = sizeIn(Order);
    if (Now >= BestSize || Questions == 0)
      return;
    --Questions;
    if (IsAllowed(Order)) {
      BestSize = Now;
      Best = FieldOrder(Order);
    }
  };
  // Nearest first, so that of several orders the one that changes less stays.
  const auto ForEachMove = [&](const FieldOrder &From, auto Do) {
    for (unsigned Distance = 1; Distance < Count; ++Distance)
      for (unsigned At = 0; At < Count && BestSize > Least && Questions != 0;
           ++At)
        for (const bool Down : {true, false}) {
          if (Down ? At + Distance >= Count : At < Distance)
            continue;
          FieldOrder Order = From;
          move(Order, At, Down ? At + Distance : At - Distance);
          Do(Order);
        }
  };
  const FieldOrder Declared = identity(Count);
  ForEachMove(Declared, Consider);
  if (Count <= MaxPairs)
    ForEachMove(Declared,
                [&](const FieldOrder &Once) { ForEachMove(Once, Consider); });
  // From the largest alignment on there are no gaps, unless there is one in
  // front of the first field, where the smallest fit.
  Consider(Sorted);
  std::reverse(Sorted.begin(), Sorted.end());
  Consider(Sorted);
  return Best;
}

llvm::SmallVector<bool, 8>
movedGroups(llvm::ArrayRef<unsigned> Order,
            llvm::function_ref<bool(unsigned)> IsFixed) {
  // The heaviest increasing subsequence stays where it is.
  const size_t Count = Order.size();
  llvm::SmallVector<uint64_t, 8> Weight(Count);
  llvm::SmallVector<std::optional<size_t>, 8> Before(Count);
  size_t Last = 0;
  for (size_t I = 0; I != Count; ++I) {
    for (size_t J = 0; J != I; ++J)
      if (Order[J] < Order[I] && Weight[J] > Weight[I]) {
        Weight[I] = Weight[J];
        Before[I] = J;
      }
    Weight[I] += IsFixed(Order[I]) ? Count + 1 : 1;
    if (Weight[I] >= Weight[Last])
      Last = I;
  }
  llvm::SmallVector<bool, 8> Moved(Count, true);
  for (std::optional<size_t> At = Last; At && Count != 0; At = Before[*At])
    Moved[Order[*At]] = false;
  return Moved;
}

} // namespace slowpath
