// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_PROTOCOL_H
#define SLOWPATH_DRIVER_CLI_PROTOCOL_H

#include "driver/cli/Findings.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace slowpath::cli {

/// The form of docs/json.md. Workers send the same form over their pipe.
llvm::json::Value toJSON(const ReportedFinding &Finding);
bool fromJSON(const llvm::json::Value &Value, ReportedFinding &Finding,
              llvm::json::Path Path);

/// One line each, with its newline: what crosses the pipes of a worker.
std::string encode(const UnitRequest &Request);
std::string encode(const UnitResult &Result);

/// The reverse; Line is without its newline. Fails on anything that encode did
/// not write.
llvm::Expected<UnitRequest> decodeRequest(llvm::StringRef Line);
llvm::Expected<UnitResult> decodeResult(llvm::StringRef Line);

} // namespace slowpath::cli

#endif
