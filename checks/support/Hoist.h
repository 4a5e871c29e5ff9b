// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_HOIST_H
#define SLOWPATH_CHECKS_SUPPORT_HOIST_H

#include "checks/support/TranslationUnit.h"
#include "clang/Basic/Diagnostic.h"

namespace slowpath {

/// Does S name a variable declared within L?
bool dependsOn(const clang::Stmt &S, const Loop &L,
               const clang::ASTContext &Context);

/// The statement of the body of L that E is a part of, or null: E is in a
/// nested block, or L has no block.
const clang::Stmt *statementInBody(const clang::Stmt &E, const Loop &L,
                                   const FunctionAnalysis &Analysis);

/// Has the function a use for Name, other than to name Own, which may be null?
bool isNameUsed(llvm::StringRef Name, const clang::NamedDecl *Own,
                const FunctionAnalysis &Analysis);

/// Has the function another use for the name of the variable that First
/// declares? Yes if it does not declare one alone.
bool isTakenElsewhere(const clang::DeclStmt &First,
                      const FunctionAnalysis &Analysis);

/// The edits that move the statements First of the body of L before it, and
/// Last behind it, either of which may be empty. None if there is no place for
/// them. Whether they do the same there, the caller knows.
llvm::SmallVector<clang::FixItHint, 4>
moveOut(llvm::ArrayRef<const clang::Stmt *> First,
        llvm::ArrayRef<const clang::Stmt *> Last, const Loop &L,
        const FunctionAnalysis &Analysis);

/// The source of S with its semicolon.
std::string statementText(const clang::Stmt &S,
                          const clang::ASTContext &Context);

/// The edits that open once, before L, the connection that Open opens in each
/// iteration and that ends in it: by the destructor of the variable that holds
/// it, or closed at the end of the body. None unless all it takes are
/// statements of the body, and nothing they name is of L or changed in L.
llvm::SmallVector<clang::FixItHint, 4>
hoistConnection(const clang::Expr &Open, const Loop &L, TranslationUnit &TU);

} // namespace slowpath

#endif
