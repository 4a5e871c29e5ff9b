// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOKUPS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOKUPS_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/Expr.h"
#include <vector>

namespace slowpath {

/// A call that looks for a key in a map or set with one element per key.
struct Lookup {
  enum class Kind {
    /// `m.count(k)`, `m.contains(k)`
    Test,
    /// `m.find(k)`
    Find,
    /// `m[k]`, which makes an element if there is none
    Access,
    /// `m.at(k)`, `m.value(k)`
    Get,
    /// `m.insert_or_assign(k, v)`
    Assign,
    /// `m.insert({k, v})`, `m.emplace(k, v)`, `s.insert(k)`
    Insert,
    /// `m.erase(k)`
    Erase,
  };
  Kind What = Kind::Test;
  const clang::CallExpr *Call = nullptr;
  /// The map or set; a pointer to it if the call is written with `->`.
  const clang::Expr *Map = nullptr;
  const clang::Expr *Key = nullptr;
  /// What Insert and Assign give the key, if that is one expression.
  const clang::Expr *Value = nullptr;
  bool IsSet = false;
};

/// What E looks up: of a class that the models know, or that has the members of
/// the standard containers.
std::optional<Lookup> lookupAt(const clang::Expr &E, TranslationUnit &TU);

/// Do A and B, evaluated one after the other with no write in between, have the
/// same value, as far as a reader can tell: variables, members, elements,
/// literals, const members and calls of libraries with the same arguments?
bool isSameValue(const clang::Expr &A, const clang::Expr &B);

/// Do A and B look for the same key in the same map or set?
bool isSameLookup(const Lookup &A, const Lookup &B);

/// The lookups of Function in source order, those of the same key in the same
/// map or set together. Not those in its lambdas, and not those of constants: a
/// map of which these are looked up has few elements.
std::vector<llvm::SmallVector<Lookup, 4>>
lookupsOf(const clang::FunctionDecl &Function, TranslationUnit &TU);

/// Is the map or set of L small by its nature or its initialiser?
bool isSmallMap(const Lookup &L, TranslationUnit &TU);

/// Is E a literal, an enumerator or a constant?
bool isConstantKey(const clang::Expr &E, const clang::ASTContext &Context);

/// The map or set of L as a class.
const clang::CXXRecordDecl *classOf(const Lookup &L);

/// The type that the class of L or a base of it calls Name, such as `key_type`;
/// null if there is none.
clang::QualType memberTypeOf(const Lookup &L, llvm::StringRef Name);

/// Have its iterators `key()` and `value()`, as Qt's have?
bool hasValueIterators(const clang::CXXRecordDecl &Map);

} // namespace slowpath

#endif
