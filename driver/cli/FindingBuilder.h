// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_FINDINGBUILDER_H
#define SLOWPATH_DRIVER_CLI_FINDINGBUILDER_H

#include "checks/Finding.h"
#include "driver/cli/Findings.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang::tidy {
struct ClangTidyError;
}

namespace slowpath::cli {

/// Makes the result of a translation unit from what clang-tidy kept of its
/// diagnostics (after NOLINT and header filters) and what slowpath's checks
/// recorded beside them. Compile errors make it incomplete. Reads the files
/// that have diagnostics, to turn offsets into lines.
UnitResult buildResult(const UnitRequest &Request,
                       llvm::ArrayRef<clang::tidy::ClangTidyError> Errors,
                       llvm::ArrayRef<FindingRecord> Records);

} // namespace slowpath::cli

#endif
