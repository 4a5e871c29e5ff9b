// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TYPES_H
#define SLOWPATH_CHECKS_SUPPORT_TYPES_H

#include "checks/models/TypeModels.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"

namespace slowpath {

/// The meaning of T, of the class it refers to, or of its nearest known base,
/// by the model files (the user's first). Typedefs, references and
/// cv-qualifiers are looked through. Other for dependent types.
TypeMeaning meaningOf(clang::QualType T);

inline bool isString(clang::QualType T) {
  return meaningOf(T) == TypeMeaning::String;
}

/// Is T a class whose const members tell about the value of the object only,
/// such as containers and strings?
bool isValue(clang::QualType T);

/// Is T a sequence of elements, not a string?
bool isSequence(clang::QualType T);

/// Does T own elements: is it a string, a sequence, a map, a set or the like?
bool isContainer(clang::QualType T);

/// Has Function a parameter for what a server hands to the code that answers a
/// request, or for a pointer or reference to it? Then it runs once per request.
bool answersRequest(const clang::FunctionDecl &Function);

/// Is T a pointer to an object, or a class that is used as one (it has an
/// `operator->`), of which the object is not const?
bool pointsToMutable(clang::QualType T);

/// Is T a class of the standard library, or one that a model gives a meaning?
bool isLibraryClass(clang::QualType T);

/// Is T (references stripped) the class template or class Name, given with its
/// namespaces and without inline ones: "std::basic_ostringstream"? Also true
/// for classes derived from it.
bool isOrDerivesFrom(clang::QualType T, llvm::StringRef Name);

/// Writes types without the places of those that have no name: these differ
/// from machine to machine.
clang::PrintingPolicy namesOnly(const clang::ASTContext &Context);

} // namespace slowpath

#endif
