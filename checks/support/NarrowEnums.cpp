// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/NarrowEnums.h"
#include "clang/AST/Attr.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const EnumDecl *enumOf(QualType T) {
  const auto *Enum = T->getAs<EnumType>();
  return Enum ? Enum->getDecl()->getDefinition() : nullptr;
}

/// Do the values of all enumerators fit into a signed or an unsigned byte?
bool fitsByte(const EnumDecl &Enum) {
  const bool IsSigned = Enum.getNumNegativeBits() != 0;
  const unsigned Bits = IsSigned ? std::max(Enum.getNumNegativeBits(),
                                            Enum.getNumPositiveBits() + 1)
                                 : Enum.getNumPositiveBits();
  return Bits <= 8;
}

/// May Enum be given a type of one byte, as far as this translation unit shows?
bool mayBeNarrow(const EnumDecl &Enum, LayoutUses &Uses, TranslationUnit &TU) {
  const SourceLocation Loc = Enum.getLocation();
  return Enum.getIdentifier() && !Enum.getIntegerTypeSourceInfo() &&
         !Enum.getTemplateInstantiationPattern() && !Enum.hasAttrs() &&
         !Enum.isExternCContext() && Loc.isFileID() && TU.isUserCode(Loc) &&
         !TU.isGenerated(Loc) && !Enum.enumerators().empty() &&
         fitsByte(Enum) && Uses.of(Enum) != LayoutUse::Bytes;
}

FieldLayout layoutWith(llvm::ArrayRef<const EnumDecl *> Enums,
                       const FieldLayout &Layout) {
  return Layout.resized(
      [&](const FieldDecl &Field) -> std::optional<FieldSize> {
        const EnumDecl *Enum = enumOf(Field.getType());
        if (!Enum || !llvm::is_contained(Enums, Enum))
          return std::nullopt;
        return FieldSize{.Size = 1, .Align = 1};
      });
}

FieldOrder smallestOrder(const FieldLayout &Layout) {
  return Layout.smallest([](llvm::ArrayRef<unsigned>) { return true; })
      .value_or(Layout.declaredOrder());
}

uint64_t leastSize(const FieldLayout &Layout) {
  return Layout.sizeIn(smallestOrder(Layout));
}

} // namespace

std::optional<NarrowEnums> narrowEnums(const FieldLayout &Layout,
                                       LayoutUses &Uses, TranslationUnit &TU) {
  llvm::SmallVector<const EnumDecl *, 2> Enums;
  for (const FieldGroup &Group : Layout.groups())
    if (const EnumDecl *Enum = enumOf(Group.front()->getType());
        Enum && !llvm::is_contained(Enums, Enum) &&
        mayBeNarrow(*Enum, Uses, TU))
      Enums.push_back(Enum);
  const uint64_t Least = leastSize(layoutWith(Enums, Layout));
  if (Least >= Layout.size())
    return std::nullopt;
  // Rather those of the first fields, and such that the order may stay.
  const bool KeepsOrder = layoutWith(Enums, Layout).size() == Least;
  const auto All = Enums;
  for (const EnumDecl *Last : llvm::reverse(All)) {
    auto Fewer = Enums;
    llvm::erase(Fewer, Last);
    const FieldLayout Smaller = layoutWith(Fewer, Layout);
    if ((KeepsOrder ? Smaller.size() : leastSize(Smaller)) == Least)
      Enums = std::move(Fewer);
  }
  // It is the order alone that is to be changed.
  if (Enums.empty())
    return std::nullopt;
  FieldLayout Narrow = layoutWith(Enums, Layout);
  FieldOrder Order = smallestOrder(Narrow);
  return NarrowEnums{std::move(Enums), std::move(Narrow), std::move(Order)};
}

llvm::StringRef byteFor(const EnumDecl &Enum) {
  return Enum.getNumNegativeBits() != 0 ? "std::int8_t" : "std::uint8_t";
}

std::string narrowDeclaration(const EnumDecl &Enum) {
  return std::string("enum ") +
         (!Enum.isScoped()               ? ""
          : Enum.isScopedUsingClassTag() ? "class "
                                         : "struct ") +
         Enum.getNameAsString() + " : " + byteFor(Enum).str();
}

std::optional<FixItHint> narrow(const EnumDecl &Enum, LayoutUses &Uses,
                                const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  if (!Enum.isScoped() || Uses.of(Enum) != LayoutUse::None ||
      !SM.isWrittenInMainFile(Enum.getLocation()) || Enum.getPreviousDecl() ||
      Enum.getMostRecentDecl() != &Enum)
    return std::nullopt;
  return FixItHint::CreateInsertion(
      Lexer::getLocForEndOfToken(Enum.getLocation(), 0, SM,
                                 Context.getLangOpts()),
      " : " + byteFor(Enum).str());
}

} // namespace slowpath
