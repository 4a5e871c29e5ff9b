// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Templates.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {

const FunctionDecl &patternOf(const FunctionDecl &Function) {
  const FunctionDecl *Pattern = Function.getTemplateInstantiationPattern();
  return *(Pattern ? Pattern : &Function)->getCanonicalDecl();
}

llvm::SmallVector<const FunctionDecl *, 4>
instantiationsOf(const FunctionDecl &Pattern) {
  llvm::SmallVector<const FunctionDecl *, 4> Result;
  if (FunctionTemplateDecl *Template = Pattern.getDescribedFunctionTemplate()) {
    llvm::append_range(Result, Template->specializations());
    return Result;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(&Pattern);
  ClassTemplateDecl *Class =
      Method ? Method->getParent()->getDescribedClassTemplate() : nullptr;
  if (!Class)
    return Result;
  for (const CXXRecordDecl *Specialization : Class->specializations())
    for (const CXXMethodDecl *Member : Specialization->methods())
      if (const FunctionDecl *From =
              Member->getInstantiatedFromMemberFunction();
          From && declaresSameEntity(From, Method))
        Result.push_back(Member);
  return Result;
}

} // namespace slowpath
