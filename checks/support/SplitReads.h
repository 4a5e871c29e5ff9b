// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SPLITREADS_H
#define SLOWPATH_CHECKS_SUPPORT_SPLITREADS_H

#include "checks/Finding.h"
#include "checks/support/SingleReads.h"

namespace slowpath {

/// A text that is split at each separator to read one of the parts, or to count
/// them.
struct SplitRead {
  const clang::CXXMemberCallExpr *Split = nullptr;
  const clang::Expr *Text = nullptr;
  const clang::Expr *Separator = nullptr;
  SingleRead Read;
};

/// What is read of the parts that Split makes. Nothing if splitting does more
/// than to look for a fixed separator, or more is read.
std::optional<SplitRead> splitReadAt(const clang::CXXMemberCallExpr &Split,
                                     TranslationUnit &TU);

/// The same without the parts; of level review, since an empty part may be a
/// null string.
Rewrite readOnePart(const SplitRead &Read, TranslationUnit &TU);

} // namespace slowpath

#endif
