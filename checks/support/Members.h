// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MEMBERS_H
#define SLOWPATH_CHECKS_SUPPORT_MEMBERS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

namespace slowpath {

/// Has the class, or a base of it, a member Name?
inline bool hasMember(const clang::CXXRecordDecl &Class, llvm::StringRef Name) {
  return Class.hasMemberName(&Class.getASTContext().Idents.get(Name));
}

} // namespace slowpath

#endif
