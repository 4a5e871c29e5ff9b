// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LibraryIterators.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {

bool isLibraryIterator(QualType T) {
  const auto *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || isUserCode(*Record))
    return false;
  const auto Has = [&](OverloadedOperatorKind Kind) {
    return llvm::any_of(Record->methods(), [&](const CXXMethodDecl *Method) {
      return Method->getOverloadedOperator() == Kind;
    });
  };
  return Has(OO_PlusPlus) && Has(OO_Star);
}

} // namespace slowpath
