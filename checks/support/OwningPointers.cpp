// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/OwningPointers.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The object that E, `p->` or `*p`, follows an owning pointer to; null if it
/// is neither.
const Expr *followed(const Stmt &E) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
  return Operator && (Operator->getOperator() == OO_Arrow ||
                      (Operator->getOperator() == OO_Star &&
                       Operator->getNumArgs() == 1))
             ? &spelled(*Operator->getArg(0))
             : nullptr;
}

/// Is the object that Follow, `p->` or `*p`, stands for only asked for a
/// member, or given to somebody who cannot change it?
bool isLookedAt(const Expr &Follow, const FunctionAnalysis &Analysis) {
  const Stmt *Child = &Follow;
  const Stmt *Up = Analysis.parent(Follow);
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Up))
    Child = std::exchange(Up, Analysis.parent(*Up));
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Up)) {
    // `&point->x` may be kept.
    const auto *Address =
        dyn_cast_or_null<UnaryOperator>(Analysis.parent(*Member));
    return !Address || Address->getOpcode() != UO_AddrOf;
  }
  return isa_and_nonnull<CallExpr>(Up) && isa<Expr>(Child) &&
         cast<Expr>(Child)->getType().isConstQualified();
}

} // namespace
const CXXRecordDecl *ownedBy(QualType T) {
  const CXXRecordDecl *Pointer =
      T.isNull() || T->isDependentType() ? nullptr : T->getAsCXXRecordDecl();
  if (!Pointer || !Pointer->hasDefinition() || isUserCode(*Pointer) ||
      Pointer->hasTrivialDestructor())
    return nullptr;
  const DeclarationName Arrow =
      Pointer->getASTContext().DeclarationNames.getCXXOperatorName(OO_Arrow);
  const auto Found = Pointer->lookup(Arrow);
  const bool IsCopied =
      llvm::any_of(Pointer->ctors(), [](const CXXConstructorDecl *Each) {
        return Each->isCopyConstructor() && !Each->isDeleted();
      });
  const auto *Method =
      Found.isSingleResult() ? dyn_cast<CXXMethodDecl>(Found.front()) : nullptr;
  if (!Method || IsCopied)
    return nullptr;
  const QualType Pointee =
      Method->getReturnType().getCanonicalType()->getPointeeType();
  return Pointee.isNull() ? nullptr : Pointee->getAsCXXRecordDecl();
}

bool isHeavy(const CXXRecordDecl &Record) {
  const auto IsHeavyPart = [](QualType T) {
    if (const CXXRecordDecl *Owned = ownedBy(T))
      return !isUserCode(*Owned) && Owned->hasDefinition() &&
             Owned->isPolymorphic();
    const CXXRecordDecl *Class =
        T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!Class || !Class->hasDefinition())
      return false;
    return isUserCode(*Class) ? isHeavy(*Class->getDefinition())
                              : Class->isPolymorphic();
  };
  return llvm::any_of(Record.fields(),
                      [&](const FieldDecl *Field) {
                        return IsHeavyPart(Field->getType());
                      }) ||
         llvm::any_of(Record.bases(), [&](const CXXBaseSpecifier &Base) {
           return IsHeavyPart(Base.getType());
         });
}

bool isFollowed(const Expr &Use, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(Use);
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Up))
    Up = Analysis.parent(*Up);
  return Up && followed(*Up) == &spelled(Use) &&
         isLookedAt(*cast<Expr>(Up), Analysis);
}

} // namespace slowpath
