// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_OBJECTS_H
#define SLOWPATH_CHECKS_SUPPORT_OBJECTS_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/Expr.h"

namespace slowpath {

/// E without parentheses, implicit nodes and casts: what a reader sees.
const clang::Expr &spelled(const clang::Expr &E);

/// Do A and B provably name the same object when evaluated one after the other:
/// the same variable, the same member of the same object, the same element at
/// equal side-effect-free indices?
bool isSameObject(const clang::Expr &A, const clang::Expr &B);

/// Does an expression under S name the same object as Object?
bool mentions(const clang::Stmt &S, const clang::Expr &Object);

/// The variable a chain of members, subscripts and dereferences starts from, or
/// null (`this`, a call).
const clang::VarDecl *rootVariable(const clang::Expr &Object);

/// Is Var declared within the source range of S?
bool isDeclaredIn(const clang::VarDecl &Var, const clang::Stmt &S,
                  const clang::ASTContext &Context);

/// Does Object name the same object in every iteration of L, one that exists
/// before and after an iteration? False when the variable is declared in L, is
/// L's own element, or a pointer or index on the way is changed in L.
bool outlivesIteration(const clang::Expr &Object, const Loop &L,
                       TranslationUnit &TU);

/// Where a growing object is extended again and again.
struct Repetition {
  const Loop *In = nullptr;
  /// Set when the statement is in no loop itself, but its function is called
  /// in one.
  std::optional<RepeatedCall> Call;
};

/// The innermost data loop that executes S repeatedly on the same Object:
/// around S, or around a call of the function that holds S when Object lives
/// longer than the call. Nothing if there is none, or it cannot be told.
std::optional<Repetition> repetitionOn(const clang::Expr &Object,
                                       const clang::Stmt &S,
                                       TranslationUnit &TU);

/// The object that a member function or a member operator is called on, as
/// written (a pointer if there is an arrow); null for other calls.
const clang::Expr *calledOn(const clang::CallExpr &Call);

/// Is S an expression statement, its value unused: a child of a block, or a
/// branch or body on its own?
bool isDiscarded(const clang::Expr &E, const FunctionAnalysis &Analysis);

/// The source text of the range, as the user wrote it; empty if it is not
/// contiguous in one file.
llvm::StringRef sourceText(clang::SourceRange Range,
                           const clang::ASTContext &Context);

/// The code on one line, as it is shown.
std::string onOneLine(llvm::StringRef Code);

/// What the user wrote before the arguments of the call or construction E, on
/// one line: `sqlite3_step`, `tx.commit`, `sql <<`; of a chain of calls the
/// last one's name, and of what a macro wrote the type.
std::string calleeText(const clang::Expr &E, const clang::ASTContext &Context);

/// How to name the object that an expression stands for: a connection that is
/// called `db`, `*db`, `&db` or, of a smart pointer, `db->`.
struct ObjectText {
  /// In front of a member: `db->`.
  std::string Access;
  /// Itself: `*db`.
  std::string Value;
  /// As a raw pointer: `db`.
  std::string Pointer;
};

/// Of what E names or points to. Empty texts if it is not contiguous in a file.
ObjectText objectText(const clang::Expr &E, const clang::ASTContext &Context);

} // namespace slowpath

#endif
