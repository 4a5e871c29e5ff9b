// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_STATEMENTTEXTS_H
#define SLOWPATH_CHECKS_SUPPORT_STATEMENTTEXTS_H

#include "checks/models/CallShape.h"
#include "checks/models/PreparedSql.h"
#include "checks/support/TranslationUnit.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace slowpath {

/// Leads from an object of the project to the library's statement in it: the
/// member `statement_` of a class Statement. Empty for the statement itself.
using MemberPath = llvm::SmallVector<const clang::FieldDecl *, 2>;

/// The function with a body in user code that a call of Shape runs (for
/// `std::make_unique<T>(…)` the constructor of T), or null.
const clang::FunctionDecl *calledBody(const CallShape &Shape);

struct TextParameter {
  const clang::ParmVarDecl *Parameter = nullptr;
  /// What placeholders in it begin with, if it is a format; else 0.
  char Placeholder = 0;

  explicit operator bool() const { return Parameter; }
};

/// The parameter of Function that E hands on as text: `sql`, `sql.c_str()`,
/// `QString(sql)`, what is formatted with it, a local made from one of them.
TextParameter textParameter(const clang::Expr *E,
                            const clang::FunctionDecl &Function,
                            const ApiModels &Models);

/// Knows where the SQL text of a statement comes from that is executed
/// elsewhere: prepared before in the function, in a method of the class, by a
/// constructor or function of the project that passes the text on, by a
/// caller, or under a name.
class StatementTexts {
public:
  explicit StatementTexts(TranslationUnit &Unit) : TU(Unit) {}

  /// The calls that may have prepared the statement that Use executes: the one
  /// at the end of Path from the object Statement. Empty if they are not known.
  PrepareCalls before(const clang::Expr &Use, const clang::Expr &Statement,
                      const MemberPath &Path);

  /// The calls that prepare a statement under the name that Name evaluates to
  /// at Use. Empty if the name is not constant. That of the unnamed statement
  /// ("") are looked for in the function around Use only.
  PrepareCalls named(const clang::Expr &Use, const clang::Expr &Name);

private:
  PrepareCalls before(const clang::Expr &Use, const clang::Expr &Statement,
                      const MemberPath &Path, unsigned Depth);
  /// E prepares the statement at the end of Path from its object or result.
  std::optional<PrepareCall> prepareAt(const clang::Expr &E,
                                       const MemberPath &Path);
  /// The same of a method call on `this` and of base class constructors.
  std::optional<PrepareCall> prepareOfThis(const clang::Expr &E,
                                           const MemberPath &Path);
  /// What a function of the project leaves prepared: a member of its object,
  /// what a parameter leads to, or its result.
  enum class Into { Member, Parameter, Result };
  /// The calls that do, in Body; kept for later.
  const PrepareCalls &within(const clang::FunctionDecl &Body, Into What,
                             const clang::ParmVarDecl *Out,
                             const MemberPath &Path);
  /// The calls that prepare a statement under a constant name, by that name.
  const llvm::StringMap<PrepareCalls> &byName();

  TranslationUnit &TU;
  using Key =
      std::tuple<const clang::FunctionDecl *, Into, const clang::ParmVarDecl *,
                 std::vector<const clang::FieldDecl *>>;
  std::map<Key, PrepareCalls> Known;
  /// How many functions within is inside of.
  unsigned Nesting = 0;
  std::optional<llvm::StringMap<PrepareCalls>> Names;
};

} // namespace slowpath

#endif
