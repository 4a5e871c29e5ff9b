// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_FIELDREORDER_H
#define SLOWPATH_CHECKS_SUPPORT_FIELDREORDER_H

#include "checks/Finding.h"
#include "checks/support/FieldLayout.h"
#include "checks/support/LayoutUses.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace slowpath {

/// `Order`, also of `typedef struct { … } Order;`.
std::string nameOf(const clang::CXXRecordDecl &Record);

/// Is the class in a header that C includes, too?
bool isSharedWithC(const clang::CXXRecordDecl &Record,
                   const clang::SourceManager &SM);

/// A smaller order of the fields of a class, and how to bring them into it.
struct FieldReorder {
  FieldOrder Order;
  /// Of level review if only lines are moved and nobody can notice other than
  /// by the size of objects; else of level advice.
  Rewrite Fix;
};

/// The smallest order of the fields of Record, whose layout is Layout and whose
/// objects are used as Use says: rather one that edits can make, if IsWorthIt
/// holds for the size of the objects then. Nothing if it holds for none.
std::optional<FieldReorder>
reorderFields(const clang::CXXRecordDecl &Record, const FieldLayout &Layout,
              LayoutUse Use, const clang::ASTContext &Context,
              llvm::function_ref<bool(uint64_t)> IsWorthIt);

} // namespace slowpath

#endif
