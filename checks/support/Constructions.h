// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_CONSTRUCTIONS_H
#define SLOWPATH_CHECKS_SUPPORT_CONSTRUCTIONS_H

#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// A call or construction that makes something expensive to use it: a regular
/// expression, a locale, a source of randomness, a stream on a text.
struct Construction {
  enum class Kind { Regex, Locale, Random, Stream, Other };

  const clang::Expr *Made = nullptr;
  Kind What = Kind::Regex;
  CallShape Shape;
  /// Its own variable, alone in its declaration; or null.
  const clang::VarDecl *Variable = nullptr;
  const clang::DeclStmt *Declaration = nullptr;
  /// What is used changes by that, though by const members: it holds the last
  /// match.
  bool HasState = false;
  /// An object of the class that is constructed, not what a function returns.
  bool IsObject = false;
};

/// Does a call that a row with these effects describes make such a thing?
bool makesExpensive(const ModeledCall &Call);

/// What E makes; nothing if it makes nothing expensive, or what makes another
/// thing each time: an engine with a seed.
std::optional<Construction> constructionAt(const clang::Expr &E,
                                           TranslationUnit &TU);

/// The first argument of Shape with text in it, or null.
const clang::Expr *textArgument(const CallShape &Shape);

/// How the object of Construction is used.
enum class ObjectUse {
  /// It is kept, passed on, or changed: one for each is needed.
  Kept,
  /// It is set up by its own members first, always in the same way.
  SetUp,
  /// Only to match with, to format with, to read from and the like.
  Tool,
};
ObjectUse useOf(const Construction &C, TranslationUnit &TU);

/// What is known of the arguments that an object is made from.
enum class Ingredients {
  Differ,
  /// The same, if the library's functions do what their names say.
  Invariant,
  /// Constants.
  Constant,
};

/// Is Construction made in the same way in each iteration of L?
Ingredients ingredientsIn(const Construction &C, const Loop &L,
                          TranslationUnit &TU);

/// Is it made in the same way in each call of its function?
Ingredients ingredientsOfCalls(const Construction &C, TranslationUnit &TU);

} // namespace slowpath

#endif
