// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/MoveCost.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// How deep the members of classes are looked at.
constexpr unsigned MaxDepth = 3;

bool hasMember(const CXXRecordDecl &Class, llvm::StringRef Name) {
  return !Class.lookup(&Class.getASTContext().Idents.get(Name)).empty();
}

/// Can objects of Class be moved, by the compiler's own or a user's function
/// for it?
bool isMovable(const CXXRecordDecl &Class) {
  return (Class.hasMoveConstructor() || Class.needsImplicitMoveConstructor()) &&
         llvm::none_of(Class.ctors(), [](const CXXConstructorDecl *Each) {
           return Each->isMoveConstructor() && Each->isDeleted();
         });
}

CopyCost copyCostAt(QualType T, unsigned Depth) {
  const CXXRecordDecl *Class =
      T.isNull() || T->isReferenceType() ? nullptr : T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || Depth == 0 || !isMovable(*Class))
    return CopyCost::None;
  switch (meaningOf(T)) {
  case TypeMeaning::String:
  case TypeMeaning::ContiguousSequence:
  case TypeMeaning::DoubleEndedContiguous:
  case TypeMeaning::IndexedSequence:
  case TypeMeaning::LinkedSequence:
  case TypeMeaning::Map:
  case TypeMeaning::Set:
  case TypeMeaning::Container:
    // Qt's share what they hold until somebody writes to it.
    if (hasMember(*Class, "isDetached"))
      return CopyCost::None;
    return isString(T) ? CopyCost::Allocation : CopyCost::Elements;
  case TypeMeaning::Other:
    break;
  default:
    return CopyCost::None;
  }
  CopyCost Result = CopyCost::None;
  for (const FieldDecl *Field : Class->fields())
    Result = std::max(Result, copyCostAt(Field->getType(), Depth - 1));
  for (const CXXBaseSpecifier &Base : Class->bases())
    Result = std::max(Result, copyCostAt(Base.getType(), Depth - 1));
  return Result;
}

bool hasPlainCopiesAt(QualType T, unsigned Depth) {
  T = T.getCanonicalType();
  if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
    return hasPlainCopiesAt(Array->getElementType(), Depth);
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class)
    return !T->isReferenceType();
  if (Depth == 0 || !Class->hasDefinition())
    return false;
  const auto IsPlainArgument = [&](const TemplateArgument &Argument) {
    return Argument.getKind() != TemplateArgument::Type ||
           hasPlainCopiesAt(Argument.getAsType(), Depth - 1);
  };
  if (isFromSystemHeader(*Class)) {
    const auto *Template = dyn_cast<ClassTemplateSpecializationDecl>(Class);
    return !Template ||
           llvm::all_of(Template->getTemplateArgs().asArray(), IsPlainArgument);
  }
  return !Class->hasUserDeclaredCopyConstructor() &&
         !Class->hasUserDeclaredMoveConstructor() &&
         !Class->hasUserDeclaredCopyAssignment() &&
         !Class->hasUserDeclaredMoveAssignment() &&
         !Class->hasUserDeclaredDestructor() &&
         llvm::all_of(Class->fields(),
                      [&](const FieldDecl *Field) {
                        return hasPlainCopiesAt(Field->getType(), Depth - 1);
                      }) &&
         llvm::all_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
           return hasPlainCopiesAt(Base.getType(), Depth - 1);
         });
}

/// Does Callee make an object of what it is given: an element, or what it
/// returns?
bool makesObject(const FunctionDecl &Callee) {
  return isa<CXXMethodDecl>(Callee) ||
         llvm::any_of(std::initializer_list<llvm::StringRef>{"std::pair",
                                                             "std::unique_ptr",
                                                             "std::shared_ptr"},
                      [&](llvm::StringRef Name) {
                        return isOrDerivesFrom(Callee.getReturnType(), Name);
                      });
}

} // namespace

CopyCost copyCost(QualType T) { return copyCostAt(T, MaxDepth); }

bool hasPlainCopies(QualType T) { return hasPlainCopiesAt(T, MaxDepth + 2); }

bool keepsByMove(const FunctionDecl &Callee, unsigned Index) {
  if (!isFromSystemHeader(Callee) || !Callee.getIdentifier())
    return false;
  if (isForwarding(Callee, Index))
    return makesObject(Callee);
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (!Method || Index >= Method->getNumParams())
    return false;
  const QualType Type = Method->getParamDecl(Index)->getType();
  if (!Type->isLValueReferenceType() ||
      !Type->getPointeeType().isConstQualified())
    return false;
  return llvm::any_of(
      Method->getParent()->lookup(Method->getDeclName()),
      [&](const NamedDecl *Each) {
        const auto *Other = dyn_cast<CXXMethodDecl>(Each);
        return Other && Other->getNumParams() == Method->getNumParams() &&
               Other->getParamDecl(Index)->getType()->isRValueReferenceType() &&
               Callee.getASTContext().hasSameUnqualifiedType(
                   Other->getParamDecl(Index)->getType()->getPointeeType(),
                   Type->getPointeeType());
      });
}

} // namespace slowpath
