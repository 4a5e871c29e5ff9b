// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_APPENDEDCOPY_H
#define SLOWPATH_CHECKS_SUPPORT_APPENDEDCOPY_H

#include "checks/Finding.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// `std::copy(a.begin(), a.end(), std::back_inserter(v))` and the like: a
/// sequence grows one by one to a size that the range tells.
struct AppendedCopy {
  /// v, an own object.
  const clang::VarDecl *To = nullptr;
  /// `a.size()`.
  std::string Count;
  Rewrite Fix;
};

/// What Call, an algorithm, appends; nothing if the size of the range is not
/// known or small, or nothing can be done about it.
std::optional<AppendedCopy> appendedCopyAt(const clang::CallExpr &Call,
                                           TranslationUnit &TU);

} // namespace slowpath

#endif
