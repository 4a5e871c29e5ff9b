// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/MoveCost.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// How deep the members of classes are looked at.
constexpr unsigned MaxDepth = 3;

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
  if (isContainer(T)) {
    // Qt's share what they hold until somebody writes to it.
    if (hasMember(*Class, "isDetached"))
      return CopyCost::None;
    return isString(T) ? CopyCost::Allocation : CopyCost::Elements;
  }
  if (meaningOf(T) != TypeMeaning::Other)
    return CopyCost::None;
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

/// What Callee, a function that forwards its arguments, makes of them: the
/// elements of its class, or what its result holds. Null if it is not known.
const CXXRecordDecl *madeBy(const FunctionDecl &Callee) {
  const QualType Result = Callee.getReturnType();
  if (isOrDerivesFrom(Result, "std::pair") && !isa<CXXMethodDecl>(Callee))
    return Result->getAsCXXRecordDecl();
  const CXXRecordDecl *Owner = Result->getAsCXXRecordDecl();
  llvm::StringRef Name = "element_type";
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Callee)) {
    Owner = Method->getParent();
    Name = "value_type";
  }
  if (!Owner || !Owner->hasDefinition())
    return nullptr;
  for (const NamedDecl *Each :
       Owner->lookup(&Callee.getASTContext().Idents.get(Name)))
    if (const auto *Type = dyn_cast<TypedefNameDecl>(Each))
      return Type->getUnderlyingType()->getAsCXXRecordDecl();
  return nullptr;
}

/// Does Class, made from as many arguments as Callee has, keep the one at Index
/// by move?
bool isMovedInto(const CXXRecordDecl &Class, const FunctionDecl &Callee,
                 unsigned Index) {
  const ASTContext &Context = Callee.getASTContext();
  const QualType Given =
      Callee.getParamDecl(Index)->getType().getNonReferenceType();
  const QualType Own = Context.getCanonicalTagType(&Class);
  if (Context.hasSameUnqualifiedType(Given, Own))
    return Callee.getNumParams() == 1;
  // It forwards again.
  if (isOrDerivesFrom(Own, "std::pair"))
    return true;
  return llvm::any_of(Class.ctors(), [&](const CXXConstructorDecl *Each) {
    if (Each->getNumParams() != Callee.getNumParams())
      return false;
    const QualType Type = Each->getParamDecl(Index)->getType();
    return !Type->isLValueReferenceType() &&
           Context.hasSameUnqualifiedType(Type.getNonReferenceType(), Given);
  });
}

} // namespace

CopyCost copyCost(QualType T) { return copyCostAt(T, MaxDepth); }

bool hasPlainCopies(QualType T) { return hasPlainCopiesAt(T, MaxDepth + 2); }

bool keepsByMove(const FunctionDecl &Callee, unsigned Index) {
  if (!isFromSystemHeader(Callee) || !Callee.getIdentifier())
    return false;
  if (isForwarding(Callee, Index)) {
    const CXXRecordDecl *Made = madeBy(Callee);
    return Made && Made->hasDefinition() && isMovedInto(*Made, Callee, Index);
  }
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

bool movesParameter(const FunctionDecl &Function,
                    const ParmVarDecl &Parameter) {
  const auto IsMove = [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call || Call->getNumArgs() != 1 ||
        (Call->getBuiltinCallee() != Builtin::BImove &&
         Call->getBuiltinCallee() != Builtin::BIforward))
      return false;
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Call->getArg(0)));
    return Ref && Ref->getDecl() == &Parameter;
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Each : Constructor->inits())
      if (anyStmt(*Each->getInit(), IsMove))
        return true;
  return anyStmt(*Function.getBody(), IsMove);
}

} // namespace slowpath
