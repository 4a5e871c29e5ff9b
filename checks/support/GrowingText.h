// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_GROWINGTEXT_H
#define SLOWPATH_CHECKS_SUPPORT_GROWINGTEXT_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/Expr.h"

namespace slowpath {

class ApiModels;

/// Is the stream given a new text under Body: `stream.str("")`?
bool isRestartedStream(const clang::Expr &Stream, const clang::Stmt &Body);

/// Does an iteration of L that executes Snapshot also write to the stream
/// Object with `<<`? S is a statement of L.
bool isWrittenWith(const clang::Stmt &Snapshot, const clang::Expr &Object,
                   const clang::Stmt &S, const Loop &L,
                   const FunctionAnalysis &Analysis);

/// Is the C string Buffer started anew under Body, by a function that
/// overwrites it (`strcpy(buffer, …)`) or an assignment (`buffer[0] = 0`)?
/// Append is the call that appends to it.
bool isRestartedBuffer(const clang::Expr &Buffer, const clang::CallExpr &Append,
                       const clang::Stmt &Body, const ApiModels &Models);

/// If Call writes behind the text of a buffer, whose end it looks for first:
/// the buffer of `strcat(buffer, …)`, `strcpy(buffer + strlen(buffer), …)` or
/// `sprintf(&buffer[strlen(buffer)], …)`. Else null.
const clang::Expr *bufferScannedBy(const clang::CallExpr &Call,
                                   const ApiModels &Models);

/// Is Buffer an array of so few characters that to walk over it is nothing?
bool isSmallBuffer(const clang::Expr &Buffer, const clang::ASTContext &Context);

} // namespace slowpath

#endif
