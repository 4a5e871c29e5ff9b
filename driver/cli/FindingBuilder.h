// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_FINDINGBUILDER_H
#define SLOWPATH_DRIVER_CLI_FINDINGBUILDER_H

#include "checks/Finding.h"
#include "checks/facts/Facts.pb.h"
#include "driver/cli/Findings.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang::tidy {
struct ClangTidyError;
}

namespace slowpath::cli {

/// Makes the result of a translation unit from what clang-tidy kept of its
/// diagnostics (after NOLINT and header filters) and what slowpath's checks
/// recorded beside them. Compile errors make it incomplete. Reads the files
/// that have diagnostics, to turn offsets into lines. Facts are what the unit
/// says for others; their files are renamed as those of findings are, and the
/// places where a check may report are marked in them.
UnitResult buildResult(const UnitRequest &Request,
                       llvm::ArrayRef<clang::tidy::ClangTidyError> Errors,
                       llvm::ArrayRef<FindingRecord> Records,
                       facts::Unit Facts);

} // namespace slowpath::cli

#endif
