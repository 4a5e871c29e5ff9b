// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_USERCODE_H
#define SLOWPATH_CHECKS_SUPPORT_USERCODE_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclBase.h"
#include "clang/Basic/SourceManager.h"

namespace slowpath {

/// Is D written by the user? pkg-config names the folders of some libraries
/// with -I, so that their headers are no system headers to the compiler.
inline bool isUserCode(const clang::Decl &D) {
  const clang::SourceManager &SM = D.getASTContext().getSourceManager();
  const clang::SourceLocation Loc = SM.getExpansionLoc(D.getLocation());
  return !SM.isInSystemHeader(Loc) && !SM.getFilename(Loc).starts_with("/usr/");
}

} // namespace slowpath

#endif
