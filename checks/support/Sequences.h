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

/// Does T keep free space at both ends, as Qt 6's sequences and strings do?
bool growsAtBothEnds(clang::QualType T, clang::ASTContext &Context);

/// Is the number of elements of Object kept small where Call repeats: is its
/// size compared with something other than another size, and an element
/// dropped (`if (recent.size() > kMax) recent.pop_back()`)?
bool isSizeLimited(const clang::Expr &Object, const Repetition &Rep,
                   const clang::Stmt &Call, TranslationUnit &TU);

/// If L is `for (auto it = v.begin(); it != v.end();) if (cond(*it)) it =
/// v.erase(it); else ++it;` around Erase and nothing more, with a condition
/// that has no side effects: the source of the condition with `element` for
/// `*it`. Nothing otherwise.
std::optional<std::string> erasedElements(const clang::CXXMemberCallExpr &Erase,
                                          const Loop &L,
                                          const clang::ASTContext &Context);

/// Does the condition of L look at the first element of Object
/// (`while (text[0] == '.')`)? Such loops strip a prefix of a few elements.
bool stripsPrefix(const clang::Expr &Object, const Loop &L);

/// Does L walk over Object itself: does its condition ask for the end or size
/// of Object?
bool isWalkedBy(const clang::Expr &Object, const Loop &L);

/// Is Call `text.substr(n)` or the like, with something that is not 0: all but
/// the front?
bool isTailOf(const clang::CXXMemberCallExpr &Call);

/// Does S hold a return, goto, co_yield or co_return, lambdas excepted?
bool leavesFunction(const clang::Stmt &S);

/// Just behind S (behind its `;` if it has one), or invalid in macros.
clang::SourceLocation endOfStatement(const clang::Stmt &S,
                                     const clang::ASTContext &Context);

/// The blanks before S on its line.
std::string indentationOf(const clang::Stmt &S,
                          const clang::ASTContext &Context);

/// The word `vector` in the declaration `std::vector<T> Var…`, when replacing
/// it by `deque` declares the same elements: not for bool, nor for an
/// initialiser that is itself a vector.
std::optional<clang::SourceRange>
vectorNameIn(const clang::VarDecl &Var, const clang::ASTContext &Context);

/// What a use of a local std::vector needs from it.
enum class DequeUse { Compatible, EraseFront, Incompatible };

/// Would the use mean the same if the variable were a std::deque? EraseFront:
/// yes, once erase(begin()) is spelled pop_front().
DequeUse dequeUseOf(const clang::DeclRefExpr &Use,
                    const FunctionAnalysis &Analysis, const ApiModels &Models);

} // namespace slowpath

#endif
