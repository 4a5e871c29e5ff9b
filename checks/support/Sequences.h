// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SEQUENCES_H
#define SLOWPATH_CHECKS_SUPPORT_SEQUENCES_H

#include "checks/support/Objects.h"

namespace slowpath {

class ApiModels;

/// Where in a sequence an insertion or erasure takes place, as far as its
/// position argument tells.
enum class SequencePosition { Front, Back, Elsewhere };

/// The position of a call that a model describes as seq.insert or seq.erase
/// (or their _front forms).
SequencePosition positionOf(const clang::CXXMemberCallExpr &Call,
                            const ApiModels &Models);

/// Are the Qt classes of the translation unit, if it has any, those of Qt 6?
bool hasQt6(clang::ASTContext &Context);

/// Does T keep free space at both ends, as Qt 6's sequences and strings do?
bool growsAtBothEnds(clang::QualType T, clang::ASTContext &Context);

/// Is Call `text.substr(n)` or the like, with something that is not 0: all but
/// the front?
bool isTailOf(const clang::CXXMemberCallExpr &Call, const ApiModels &Models);

/// The n of Made, a new sequence or text of all but the first n elements of
/// Object: `std::string(text, n)`, `std::vector<int>(v.begin() + n, v.end())`.
/// Or null.
const clang::Expr *startOfTail(const clang::Expr &Made,
                               const clang::Expr &Object);

/// Just behind S (behind its `;` if it has one), or invalid in macros.
clang::SourceLocation endOfStatement(const clang::Stmt &S,
                                     const clang::ASTContext &Context);

/// The blanks before S on its line.
std::string indentationOf(const clang::Stmt &S,
                          const clang::ASTContext &Context);

/// How the line that S begins on ends: "\n" or "\r\n".
std::string lineBreakAt(const clang::Stmt &S, const clang::ASTContext &Context);

/// Does nothing but S, its semicolon and a comment behind it stand on the lines
/// that S begins and ends on?
bool isAloneOnItsLines(const clang::Stmt &S, const clang::ASTContext &Context);

} // namespace slowpath

#endif
