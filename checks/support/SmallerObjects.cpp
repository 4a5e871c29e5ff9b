// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SmallerObjects.h"
#include "checks/support/FieldReorder.h"
#include "checks/support/FieldSource.h"
#include "checks/support/NarrowEnums.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

uint64_t sizeOf(QualType T, const ASTContext &Context) {
  return static_cast<uint64_t>(Context.getTypeSizeInChars(T).getQuantity());
}

SmallerObjects smaller(uint64_t Size, SourceLocation At,
                       const ManyObjects &Place) {
  SmallerObjects Result;
  Result.Size = Size;
  Result.What.Range = At;
  Result.What.In = Place.In;
  Result.What.Notes.push_back({Place.Loc, Place.Note});
  return Result;
}

} // namespace

std::optional<SmallerObjects> byOrder(const CXXRecordDecl &Record,
                                      const FieldLayout &Layout, LayoutUse Use,
                                      const ASTContext &Context,
                                      PlaceThatGains Place) {
  std::optional<FieldReorder> Better =
      reorderFields(Record, Layout, Use, Context,
                    [&](uint64_t Size) { return Place(Size).has_value(); });
  if (!Better)
    return std::nullopt;
  const uint64_t Less = Layout.sizeIn(Better->Order);
  SmallerObjects Result = smaller(Less, Record.getLocation(), *Place(Less));
  Result.What.Message = fmt::format(
      "each '{}' has {} bytes of padding, and many are kept; another order of "
      "its fields saves {}",
      nameOf(Record), Layout.padding(), Layout.size() - Less);
  Result.What.Fix = std::move(Better->Fix);
  return Result;
}

std::optional<SmallerObjects> byEnums(const CXXRecordDecl &Record,
                                      const FieldLayout &Layout,
                                      LayoutUses &Uses, TranslationUnit &TU,
                                      PlaceThatGains Place) {
  const ASTContext &Context = TU.context();
  const std::optional<NarrowEnums> Narrow = narrowEnums(Layout, Uses, TU);
  if (!Narrow)
    return std::nullopt;
  const uint64_t Less = Narrow->Layout.sizeIn(Narrow->Order);
  const std::optional<ManyObjects> Many = Place(Less);
  if (!Many)
    return std::nullopt;
  SmallerObjects Result = smaller(Less, Record.getLocation(), *Many);
  Rewrite &Fix = Result.What.Fix;
  Fix.Title = "keep the enumerators in one byte each";
  std::string Names;
  // In another order of the fields, which is not written for the user.
  bool IsWritten = Narrow->Order == Narrow->Layout.declaredOrder();
  for (const EnumDecl *Enum : Narrow->Enums) {
    Names += (Names.empty() ? "'" : ", '") + Enum->getNameAsString() + "'";
    Fix.Code += (Fix.Code.empty() ? "" : "\n") + narrowDeclaration(*Enum);
    Result.What.Notes.push_back(
        {Enum->getLocation(),
         "its values fit in one byte, it has " +
             std::to_string(
                 sizeOf(Context.getCanonicalTagType(Enum), Context))});
    const std::optional<FixItHint> Edit = narrow(*Enum, Uses, Context);
    IsWritten &= Edit.has_value();
    if (Edit)
      Fix.Edits.push_back(*Edit);
  }
  if (Narrow->Order != Narrow->Layout.declaredOrder())
    Fix.Code +=
        "\n" +
        FieldSource(Record, Layout.groups(), Context).listing(Narrow->Order);
  if (IsWritten)
    Fix.Level = FixLevel::Review;
  else
    Fix.Edits.clear();
  Result.What.Message = fmt::format(
      "each '{}', of which many are kept, has enumerators of few values ({}) "
      "that take more than a byte; with one byte for each it is {} smaller",
      nameOf(Record), Names, Layout.size() - Less);
  return Result;
}

llvm::SmallVector<SmallerObjects, 1>
byTexts(const CXXRecordDecl &Record, const FieldLayout &Layout,
        LiteralTexts &Texts, const ASTContext &Context, PlaceThatGains Place) {
  const bool HasViews = Context.getLangOpts().CPlusPlus17;
  const uint64_t Pointer = sizeOf(Context.VoidPtrTy, Context);
  llvm::SmallVector<SmallerObjects, 1> Results;
  for (const FieldDecl *Field : Record.fields()) {
    const Expr *Literal = Texts.literalIn(*Field);
    if (!Literal)
      continue;
    const auto ViewFor =
        [&](const FieldDecl &Each) -> std::optional<FieldSize> {
      if (&Each != Field)
        return std::nullopt;
      return FieldSize{.Size = HasViews ? 2 * Pointer : Pointer,
                       .Align = Pointer};
    };
    const uint64_t Less = Layout.resized(ViewFor).size();
    const std::optional<ManyObjects> Many = Place(Less);
    if (!Many)
      continue;
    SmallerObjects Result = smaller(Less, Field->getLocation(), *Many);
    Result.What.Message =
        fmt::format("'{}' of each '{}', of which many are kept, is a copy of a "
                    "literal, and never holds anything else",
                    Field->getNameAsString(), nameOf(Record));
    Result.What.Notes.push_back({Literal->getBeginLoc(), "such as this one"});
    Result.What.Fix.Title = "refer to the literal, or use an enumeration";
    Result.What.Fix.Code =
        std::string(HasViews ? "std::string_view " : "const char *") +
        Field->getNameAsString() + ";";
    Results.push_back(std::move(Result));
  }
  return Results;
}

} // namespace slowpath
