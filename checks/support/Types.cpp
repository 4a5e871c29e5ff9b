// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSwitch.h"

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

TypeMeaning meaningOfName(llvm::StringRef Name) {
  return llvm::StringSwitch<TypeMeaning>(Name)
      .Cases({"std::basic_string", "QString", "QByteArray",
              "boost::container::basic_string", "folly::basic_fbstring",
              "std::pmr::basic_string"},
             TypeMeaning::String)
      .Cases({"std::vector", "QVector", "QVarLengthArray",
              "boost::container::vector", "boost::container::small_vector",
              "boost::container::small_vector_base",
              "boost::container::static_vector", "absl::InlinedVector",
              "llvm::SmallVectorImpl", "folly::fbvector", "folly::small_vector",
              "eastl::vector"},
             TypeMeaning::ContiguousSequence)
      .Default(TypeMeaning::Other);
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
  if (!Record || !Record->getIdentifier())
    return TypeMeaning::Other;
  TypeMeaning Meaning = TypeMeaning::Other;
  anyBase(*Record, [&](const CXXRecordDecl &Base) {
    if (!Base.getIdentifier())
      return false;
    const std::string Name = qualifiedName(Base);
    Meaning = meaningOfName(Name);
    // Qt 6 made QVector an alias of QList and gave it free space at both ends;
    // Qt 5's QList is an array of pointers with the same property.
    if (Name == "QList")
      Meaning = TypeMeaning::DoubleEndedContiguous;
    return Meaning != TypeMeaning::Other;
  });
  return Meaning;
}

bool isOrDerivesFrom(QualType T, llvm::StringRef Name) {
  const auto *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && anyBase(*Record, [&](const CXXRecordDecl &Base) {
           return Base.getIdentifier() && qualifiedName(Base) == Name;
         });
}

} // namespace slowpath
