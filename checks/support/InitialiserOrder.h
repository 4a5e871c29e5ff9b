// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_INITIALISERORDER_H
#define SLOWPATH_CHECKS_SUPPORT_INITIALISERORDER_H

#include "checks/support/FieldLayout.h"
#include "clang/Basic/Diagnostic.h"

namespace slowpath {

/// The edits that bring the initialisers of all constructors of Record into the
/// order that its fields (Groups) are initialised in when they are declared in
/// Order. Nothing if a constructor is not seen, if an initialiser may give
/// another value in that order, or if there is no place for the edits.
std::optional<llvm::SmallVector<clang::FixItHint, 4>> reorderInitialisers(
    const clang::CXXRecordDecl &Record, llvm::ArrayRef<FieldGroup> Groups,
    llvm::ArrayRef<unsigned> Order, const clang::ASTContext &Context);

/// Are the fields that do more than to keep a value (that have a destructor, or
/// a class of the user's code with a constructor) made and destroyed in the
/// same order as before?
bool keepsLifetimes(llvm::ArrayRef<FieldGroup> Groups,
                    llvm::ArrayRef<unsigned> Order,
                    const clang::ASTContext &Context);

} // namespace slowpath

#endif
