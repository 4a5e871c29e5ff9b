// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Types.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// "std::basic_string" for std::__cxx11::basic_string<char>.
std::string qualifiedName(const CXXRecordDecl &Record) {
  std::string Name = Record.getName().str();
  for (const DeclContext *Context = Record.getDeclContext(); Context;
       Context = Context->getParent()) {
    if (const auto *Namespace = dyn_cast<NamespaceDecl>(Context)) {
      if (!Namespace->isInline())
        Name = (Namespace->getName() + "::" + Name).str();
    } else if (const auto *Outer = dyn_cast<CXXRecordDecl>(Context)) {
      Name = (Outer->getName() + "::" + Name).str();
    }
  }
  return Name;
}

/// Visits Record and its bases, nearest first, until Visit returns true.
bool anyBase(const CXXRecordDecl &Record,
             llvm::function_ref<bool(const CXXRecordDecl &)> Visit) {
  if (Visit(Record))
    return true;
  if (!Record.hasDefinition())
    return false;
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const auto *Parent = Base.getType()->getAsCXXRecordDecl())
      if (anyBase(*Parent, Visit))
        return true;
  return false;
}

} // namespace

TypeMeaning meaningOf(QualType T) {
  if (T.isNull())
    return TypeMeaning::Other;
  const auto *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record
             ? TranslationUnit::of(Record->getASTContext())->meaningOf(*Record)
             : TypeMeaning::Other;
}

bool isValue(QualType T) {
  const TypeMeaning Meaning = meaningOf(T);
  switch (Meaning) {
  case TypeMeaning::Other:
  case TypeMeaning::InputStream:
  case TypeMeaning::Request:
  case TypeMeaning::SharedPointer:
  case TypeMeaning::Atomic:
  case TypeMeaning::Lock:
    return false;
  default:
    return true;
  }
}

bool isSequence(QualType T) {
  switch (meaningOf(T)) {
  case TypeMeaning::ContiguousSequence:
  case TypeMeaning::DoubleEndedContiguous:
  case TypeMeaning::IndexedSequence:
  case TypeMeaning::LinkedSequence:
    return true;
  default:
    return false;
  }
}

bool isContainer(QualType T) {
  switch (meaningOf(T)) {
  case TypeMeaning::String:
  case TypeMeaning::Map:
  case TypeMeaning::Set:
  case TypeMeaning::Container:
    return true;
  default:
    return isSequence(T);
  }
}

static bool isRequest(QualType T) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  if (meaningOf(T) == TypeMeaning::Request)
    return true;
  //   std::shared_ptr<HttpRequest>
  const auto *Pointer = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return Pointer && Pointer->isInStdNamespace() &&
         Pointer->getName().ends_with("_ptr") &&
         meaningOf(Pointer->getTemplateArgs()[0].getAsType()) ==
             TypeMeaning::Request;
}

bool answersRequest(const FunctionDecl &Function) {
  return llvm::any_of(Function.parameters(), [](const ParmVarDecl *Parameter) {
    return isRequest(Parameter->getType());
  });
}

bool pointsToMutable(QualType T) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return !T->isFunctionPointerType() &&
           !T->getPointeeType().isConstQualified();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  Class = Class ? Class->getDefinition() : nullptr;
  const auto IsPointer = [](const CXXRecordDecl *Each) {
    return llvm::any_of(Each->methods(), [](const CXXMethodDecl *Method) {
      return Method->getOverloadedOperator() == OO_Arrow &&
             !Method->getReturnType()->getPointeeType().isConstQualified();
    });
  };
  // std::shared_ptr has it from a base.
  return Class && (IsPointer(Class) ||
                   !Class->forallBases([&](const CXXRecordDecl *Base) {
                     return !IsPointer(Base);
                   }));
}

bool isLibraryClass(QualType T) {
  const auto *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record &&
         (Record->isInStdNamespace() || meaningOf(T) != TypeMeaning::Other);
}

bool isOrDerivesFrom(QualType T, llvm::StringRef Name) {
  const auto *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && anyBase(*Record, [&](const CXXRecordDecl &Base) {
           return Base.getIdentifier() && qualifiedName(Base) == Name;
         });
}

PrintingPolicy namesOnly(const ASTContext &Context) {
  PrintingPolicy Policy = Context.getPrintingPolicy();
  Policy.AnonymousTagLocations = false;
  return Policy;
}

} // namespace slowpath
