// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OWNINGPOINTERS_H
#define SLOWPATH_CHECKS_SUPPORT_OWNINGPOINTERS_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/DeclCXX.h"

namespace slowpath {

/// The class that T, a pointer that is an object of a library and cannot be
/// copied, owns an object of; null if T is none.
const clang::CXXRecordDecl *ownedBy(clang::QualType T);

/// Has Record, or what it consists of and owns, an object of a library with
/// virtual functions: a timer, a socket, a stream? Of what keeps such things
/// there are few.
bool isHeavy(const clang::CXXRecordDecl &Record);

/// Is Use, a pointer that owns an object, only followed (`use->`, `*use`), and
/// the object only asked for a member, or given to who cannot change it?
bool isFollowed(const clang::Expr &Use, const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
