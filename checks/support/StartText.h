// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STARTTEXT_H
#define SLOWPATH_CHECKS_SUPPORT_STARTTEXT_H

#include "checks/support/Spawns.h"
#include <string>

namespace slowpath {

/// The source text of E.
std::string textOf(const clang::Expr &E, const clang::ASTContext &Context);

/// The call of S's callable in the thread that runs already, as a statement;
/// empty if it cannot be written down.
std::string directCall(const Spawn &S, const clang::ASTContext &Context);

/// `const auto &item = items[i];`, or empty when the loop counts itself.
std::string elementDeclaration(const Loop &In, llvm::StringRef Source,
                               llvm::StringRef Index,
                               const clang::ASTContext &Context);

/// The statement around S, as it stands in a block or loop.
const clang::Stmt *statementAround(const clang::Stmt &S,
                                   const FunctionAnalysis &Analysis);

/// The source text of the statement around S with its semicolon; of an `if`
/// only the condition.
std::string startOf(const Spawn &S, TranslationUnit &TU);

} // namespace slowpath

#endif
