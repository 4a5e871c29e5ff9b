// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_ALLCHECKS_H
#define SLOWPATH_CHECKS_ALLCHECKS_H

#include "checks/CheckInfo.h"
#include <string>
#include <vector>

namespace slowpath {

/// The facts of every check, sorted by name.
llvm::ArrayRef<const CheckInfo *> allChecks();

/// The facts of the check of that name ("slowpath-string-append"), or null.
const CheckInfo *findCheck(llvm::StringRef Name);

/// Those of them that look at several units together, and so at facts.
std::vector<const CheckInfo *> linkedChecks();

/// The address of the page about a check ("slowpath-string-append"), for links
/// in editors and reports. CheckName need not be registered.
std::string docsUrl(llvm::StringRef CheckName);

} // namespace slowpath

#endif
