// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOPBOUNDS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOPBOUNDS_H

#include "checks/support/Loops.h"

namespace slowpath {

class ApiModels;

/// Fills Trips, TripCount, Variable and Range of a loop whose other fields are
/// set.
void classifyBound(Loop &L, const FunctionAnalysis &Analysis,
                   const ApiModels &Models, clang::ASTContext &Context);

/// The number of elements of a range whose size the program fixes: arrays,
/// std::array, braced lists, constants initialised from a list, containers that
/// are filled one by one.
std::optional<uint64_t> fixedSize(const clang::Expr &Range,
                                  clang::ASTContext &Context);

/// Does Condition hold only every N-th time or when a batch is full: a `%`, a
/// comparison of a size, of a counter the loop advances, or of two times?
bool isBatchCondition(const clang::Expr &Condition, const Loop &L,
                      const FunctionAnalysis &Analysis);

/// `true`, `!stop_`, `running_.load()`, `!token.stop_requested()`, or nothing:
/// a loop condition that says nothing about data. Condition may be null.
bool isFlagCondition(const clang::Expr *Condition, clang::ASTContext &Context);

/// Does Body wait for a message, a connection, a task or a moment? Body may be
/// null.
bool waitsForEvents(const clang::Stmt *Body, const ApiModels &Models);

/// Does L step a pointer along one of its own members until it ends
/// (`node = node->parent`)? The trip count is then the depth of a structure.
bool followsLinks(const Loop &L);

/// Is Condition marked as rarely true: `__builtin_expect(…, 0)`, also behind a
/// macro such as `unlikely(…)`?
bool isExpectedFalse(const clang::Expr &Condition, clang::ASTContext &Context);

} // namespace slowpath

#endif
