// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SmallKeys.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// One more than the largest value of Enum; nothing if one is negative, there
/// are many, or they have gaps, as flags have.
std::optional<uint64_t> countOf(const EnumDecl &Enum) {
  constexpr uint64_t Most = 64;
  uint64_t End = 0;
  uint64_t Count = 0;
  for (const EnumConstantDecl *Each : Enum.enumerators()) {
    const llvm::APSInt &Value = Each->getInitVal();
    if (Value.isNegative() || Value.getActiveBits() > 32 ||
        Value.getZExtValue() >= Most)
      return std::nullopt;
    End = std::max(End, Value.getZExtValue() + 1);
    ++Count;
  }
  return Count * 2 >= End && Count > 1 ? std::optional(End) : std::nullopt;
}

/// How many values a key of type T may have, if they are few.
std::optional<uint64_t> keysIn(QualType T) {
  if (const auto *Enum = T->getAs<EnumType>()) {
    const EnumDecl *Definition = Enum->getDecl()->getDefinition();
    return Definition && isUserCode(*Definition) ? countOf(*Definition)
                                                 : std::nullopt;
  }
  constexpr uint64_t Bytes = 256;
  return T->isCharType() ? std::optional(Bytes) : std::nullopt;
}

const ValueDecl *declOf(const Expr &Map) {
  const Expr &Core = spelled(Map);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    return Ref->getDecl();
  const auto *Member = dyn_cast<MemberExpr>(&Core);
  return Member ? Member->getMemberDecl() : nullptr;
}

/// May Container be given another type, without a change to what others know?
bool isPrivate(const ValueDecl &Container, const Lookup &L,
               TranslationUnit &TU) {
  if (Container.getType()->isReferenceType() ||
      Container.getType()->isAnyPointerType())
    return false;
  if (const auto *Field = dyn_cast<FieldDecl>(&Container))
    return Field->getAccess() == AS_private ||
           TU.context().getSourceManager().isWrittenInMainFile(
               Field->getLocation());
  const auto *Var = dyn_cast<VarDecl>(&Container);
  if (!Var || isa<ParmVarDecl>(Var))
    return false;
  if (!Var->hasLocalStorage())
    return !Var->isExternallyVisible();
  const FunctionDecl &Function = *TU.functionAround(*L.Call);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  return isOwnObject(*Var, Analysis) &&
         llvm::all_of(usesOf(*Var, Function), [&](const DeclRefExpr *Use) {
           if (callOn(*Use, Analysis))
             return true;
           const Stmt *Up = Analysis.parent(*Use);
           while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up))
             Up = Analysis.parent(*Up);
           return isa_and_nonnull<DeclStmt>(Up) &&
                  isa_and_nonnull<CXXForRangeStmt>(Analysis.parent(*Up));
         });
}

/// Does L give a value for every key, whether one was there before or not?
bool needsNoPresence(const Lookup &L) { return L.What == Lookup::Kind::Access; }

} // namespace

std::optional<SmallKeys> smallKeysOf(const Lookup &L, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const ValueDecl *Container = declOf(*L.Map);
  if (!Container || isConstantKey(*L.Key, Context) ||
      !TU.isUserCode(Container->getLocation()) || !isPrivate(*Container, L, TU))
    return std::nullopt;
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Container->getType()->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() < (L.IsSet ? 1 : 2) ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return std::nullopt;
  const std::optional<uint64_t> Keys =
      keysIn(Class->getTemplateArgs()[0].getAsType());
  if (!Keys)
    return std::nullopt;
  SmallKeys Found;
  Found.Container = Container;
  Found.Keys = *Keys;
  const auto SizeOf = [&](QualType T) {
    return static_cast<uint64_t>(Context.getTypeSizeInChars(T).getQuantity());
  };
  Found.Size = SizeOf(Container->getType());
  if (L.IsSet) {
    Found.ArraySize = llvm::alignTo(*Keys, 64) / 8;
    Found.Array = "std::bitset<" + std::to_string(*Keys) + ">";
    return Found;
  }
  if (Class->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return std::nullopt;
  const QualType Value = Class->getTemplateArgs()[1].getAsType();
  if (Value->isIncompleteType())
    return std::nullopt;
  const bool IsPlain = needsNoPresence(L);
  const std::string Name = Value.getAsString(namesOnly(Context));
  Found.ArraySize =
      *Keys *
      (SizeOf(Value) +
       (IsPlain ? 0
                : static_cast<uint64_t>(
                      Context.getTypeAlignInChars(Value).getQuantity())));
  Found.Array = "std::array<" +
                (IsPlain ? Name : "std::optional<" + Name + ">") + ", " +
                std::to_string(*Keys) + ">";
  return Found;
}

} // namespace slowpath
