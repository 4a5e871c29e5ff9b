// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_HOISTCALL_H
#define SLOWPATH_CHECKS_SUPPORT_HOISTCALL_H

#include "checks/Finding.h"
#include "checks/support/RepeatedWork.h"
#include "llvm/ADT/StringSet.h"

namespace slowpath {

/// The calls in L that are written as Call is, Call included, in the order of
/// the source; those in lambdas excluded.
llvm::SmallVector<const clang::CallExpr *, 2>
sameCalls(const clang::CallExpr &Call, const Loop &L, TranslationUnit &TU);

/// Where in L is Call: in its condition, such that it is called at least once
/// if L is reached?
bool isAlwaysCalled(const clang::CallExpr &Call, const Loop &L,
                    const FunctionAnalysis &Analysis);

/// Does each iteration of L call Call, or begin to evaluate the expression that
/// Call is a part of?
bool isOfEveryIteration(const clang::CallExpr &Call, const Loop &L,
                        const FunctionAnalysis &Analysis);

/// Does the condition of L depend on anything but Call that changes in L?
bool hasOtherCondition(const clang::CallExpr &Call, const Loop &L,
                       TranslationUnit &TU);

/// The declaration in the body of L that Call alone initialises, of a variable
/// that nothing in L changes; or null.
const clang::DeclStmt *declarationOf(const clang::CallExpr &Call, const Loop &L,
                                     const FunctionAnalysis &Analysis);

/// The rewrite that calls Call, the work W, once before L. Advice if there is
/// no place for it. Names are those that other rewrites of the unit have given
/// in the same function.
Rewrite hoistCall(const clang::CallExpr &Call, const Work &W, const Loop &L,
                  Sameness Sure, llvm::StringSet<> &Names, TranslationUnit &TU);

} // namespace slowpath

#endif
