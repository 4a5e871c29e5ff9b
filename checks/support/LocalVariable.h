// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOCALVARIABLE_H
#define SLOWPATH_CHECKS_SUPPORT_LOCALVARIABLE_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// Every mention of the local variable Var in the body of Function, those in
/// lambdas included, in source order.
llvm::SmallVector<const clang::DeclRefExpr *, 8>
usesOf(const clang::VarDecl &Var, const clang::FunctionDecl &Function);

/// The local variable that E initialises, alone in its declaration, or null.
const clang::VarDecl *initialised(const clang::Stmt &E,
                                  const FunctionAnalysis &Analysis);

/// The variable that holds the value of E itself, alone in its declaration, or
/// null: not one that is made from what is asked of E.
const clang::VarDecl *holderOf(const clang::Expr &E,
                               const FunctionAnalysis &Analysis);

/// Is Var an automatic object (no reference, not static) of this function?
bool isAutomaticObject(const clang::VarDecl &Var);

/// Is D declared in a system header?
bool isFromSystemHeader(const clang::Decl &D);

/// Is Record a string or sequence as its library made it, not a user's class
/// derived from one?
bool isLibraryClass(const clang::CXXRecordDecl &Record);

/// Is Var an automatic object of the very function Analysis is about, not of a
/// function around the lambda?
bool isOwnObject(const clang::VarDecl &Var, const FunctionAnalysis &Analysis);

/// Can the string Var, an own object, be read or written when At runs by
/// anything but its name: a reference, pointer, view, iterator or lambda made
/// before, or a function that was given it?
bool mayHaveOtherNames(const clang::VarDecl &Var, const clang::Stmt &At,
                       const FunctionAnalysis &Analysis);

/// Does Object name the same object before and after code that this function
/// calls: are the pointers and indices on the way variables of its own that
/// nothing else leads to when At runs?
bool isFixedPlace(const clang::Expr &Object, const clang::Stmt &At,
                  const FunctionAnalysis &Analysis);

/// Has Var, a library container made without arguments, still no elements when
/// S begins? True when it is an own object and nothing but reserve() mentions
/// it before S.
bool isEmptyAt(const clang::VarDecl &Var, const clang::Stmt &S,
               FunctionAnalysis &Analysis, const clang::ASTContext &Context);

/// The member call of which Use is the object (`use.size()`), or null.
const clang::CXXMemberCallExpr *memberCallOn(const clang::DeclRefExpr &Use,
                                             const FunctionAnalysis &Analysis);

/// The call or operator that Mention is the object of: `log.push_back(x)`,
/// `log += x`; or null.
const clang::CallExpr *callOn(const clang::Expr &Mention,
                              const FunctionAnalysis &Analysis);

/// Is S a try block of this function, or inside of one?
bool isInTry(const clang::Stmt &S, const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
