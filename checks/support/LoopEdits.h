// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOPEDITS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOPEDITS_H

#include "checks/support/TranslationUnit.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/SmallVector.h"

namespace slowpath {

/// The first statement in the body of L that leaves L before its end (`break`,
/// `return`, `goto`, `throw`), or null. Lambdas in the body are looked through
/// only when the lambda is the body.
const clang::Stmt *earlyExit(const Loop &L);

/// Does the body of L skip the rest of an iteration: `continue`, or `return` in
/// the lambda of an algorithm?
bool skipsRest(const Loop &L);

/// "break", "return", …: what an early exit is called in messages.
llvm::StringRef nameOfExit(const clang::Stmt &Exit);

/// `for (const Row &row : rows)`: L as the user wrote it up to its body.
std::string headerOf(const Loop &L, const clang::ASTContext &Context);

/// The edits that write the lines Before and After around L, indented as L is.
/// None if there is no place for them: L is the only statement of a branch, has
/// a label, is part of an expression, or comes from a macro.
llvm::SmallVector<clang::FixItHint, 4>
insertAround(const Loop &L, llvm::StringRef Before, llvm::StringRef After,
             const FunctionAnalysis &Analysis);

/// The edit that writes Lines before the statement S, indented as S is; nothing
/// if S is no statement of a block, does not begin a line, or comes from a
/// macro.
std::optional<clang::FixItHint> insertBefore(const clang::Stmt &S,
                                             llvm::StringRef Lines,
                                             const FunctionAnalysis &Analysis);

/// The edit that removes the statement S with its semicolon, and its line if
/// nothing else is on it; nothing if it comes from a macro.
std::optional<clang::FixItHint> removeStatement(const clang::Stmt &S,
                                                const clang::ASTContext &C);

/// The first and the last statement of the body of L, if it is a block; else
/// null.
std::pair<const clang::Stmt *, const clang::Stmt *> endsOfBody(const Loop &L);

} // namespace slowpath

#endif
