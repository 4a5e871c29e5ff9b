// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LIBRARYITERATORS_H
#define SLOWPATH_CHECKS_SUPPORT_LIBRARYITERATORS_H

#include "clang/AST/Type.h"

namespace slowpath {

/// Is T a library's class whose objects go through elements: has it `++` and
/// `*`?
bool isLibraryIterator(clang::QualType T);

} // namespace slowpath

#endif
