// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_APIMODELS_H
#define SLOWPATH_CHECKS_MODELS_APIMODELS_H

#include "checks/models/PreparedSql.h"
#include "checks/models/TypeModels.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <bitset>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace slowpath {

struct CallShape;

/// What a library call does, as far as its cost is concerned. A closed
/// vocabulary: a model file that uses another word is refused.
enum class Effect {
#define SLOWPATH_EFFECT(Enumerator, Spelling) Enumerator,
#include "checks/models/Effects.def"
  Last
};

/// The spelling in model files: "db.query".
llvm::StringRef toString(Effect E);

/// The reverse; nothing if there is no such effect.
std::optional<Effect> effectNamed(llvm::StringRef Word);

class EffectSet {
public:
  void add(Effect E) { Bits.set(static_cast<size_t>(E)); }
  void remove(Effect E) { Bits.reset(static_cast<size_t>(E)); }
  bool has(Effect E) const { return Bits.test(static_cast<size_t>(E)); }
  bool hasAny(std::initializer_list<Effect> Of) const {
    return llvm::any_of(Of, [this](Effect E) { return has(E); });
  }
  bool empty() const { return Bits.none(); }
  EffectSet &operator|=(const EffectSet &Other) {
    Bits |= Other.Bits;
    return *this;
  }
  EffectSet &operator&=(const EffectSet &Other) {
    Bits &= Other.Bits;
    return *this;
  }
  bool operator==(const EffectSet &Other) const { return Bits == Other.Bits; }

private:
  std::bitset<static_cast<size_t>(Effect::Last)> Bits;
};

/// What a rewrite writes to run several statements of a library in one
/// transaction. `{handle}` stands for the connection in the user's code,
/// `{handle.}` for the connection and the `.` or `->` behind it.
struct TransactionCode {
  std::string Begin;
  std::string Commit;
  /// The connection of the prepared statement `{statement}`; empty if there is
  /// no way to ask for it.
  std::string OfStatement;
  /// The connection of statements that name none; empty if there is none.
  std::string Default;
};

/// One row of a model file; see docs/models.md for the meaning of the keys.
struct ApiModel {
  enum class Kind { Function, Method, Constructor, Destructor, Variable };
  enum class Place { None, Argument, This, Result };

  /// `argN==value`: the argument is this integer, boolean, constant or text.
  struct Condition {
    unsigned Argument = 0;
    /// An integer ("true" and "false" are 1 and 0), the name of an enumerator
    /// or a constant, or a text in quotes, of which `*` may stand for the end.
    std::string Value;
  };

  std::string Library;
  std::string Name;
  Kind What = Kind::Function;
  EffectSet Effects;
  /// The argument with the SQL text (member calls: without the object).
  std::optional<unsigned> Sql;
  /// The argument with the format of a text, which the call returns or writes
  /// to the argument Out.
  std::optional<unsigned> Format;
  /// What a placeholder in that begins with.
  char Placeholder = '%';
  /// The object whose identity ties connect, begin, query and commit together.
  Place HandleAt = Place::None;
  unsigned HandleArgument = 0;
  /// The argument that receives a new handle (`sqlite3 **ppDb`).
  std::optional<unsigned> Out;
  /// Effects are refined by the first keyword of the SQL text.
  bool SqlEffects = false;
  /// The SQL text is the one given when the handle was prepared.
  bool SqlFromHandle = false;
  /// The argument with the name of a prepared statement. Of a call that
  /// executes it, the SQL text is the one that was prepared under this name.
  std::optional<unsigned> StatementName;
  /// Of a call that builds a string of its arguments: the function that appends
  /// them to the string its first argument points to. Empty if there is none.
  std::string Append;
  /// The library keeps what it has prepared, and finds it by its text.
  bool Cached = false;
  /// Starts the operation only.
  bool Async = false;
  /// The callable argument runs inside the scope (transaction, limiter).
  bool CallbackScope = false;
  /// Matches only calls with at least this many explicit arguments.
  unsigned MinArgs = 0;
  /// Matches only calls with at most this many explicit arguments.
  unsigned MaxArgs = ~0u;
  /// Matches only overloads whose first parameter has this type (references
  /// and qualifiers of classes ignored): "QString". Empty: any.
  std::string FirstParam;
  /// Matches only calls whose arguments are these constants.
  std::vector<Condition> When;
  /// The database runs in the process: a query is no round trip.
  bool Embedded = false;
  /// How a statement asks for many keys with one parameter, "= ANY($1)"; empty
  /// if it lists them. Of the file the row is in.
  std::string Many;
  /// Matches only what a system header declares: so short names as `open` do
  /// not match the project's own functions.
  bool SystemHeader = false;
  /// What has the function, if Debian's package of the library has not:
  /// "libpqxx 7".
  std::string Since;
  std::string Note;
  /// Of the file the row is in; null if the file has none.
  std::shared_ptr<const TransactionCode> Transaction;

  /// Equal for two rows that describe the same calls: one of them is wrong.
  std::string key() const;
};

/// What one model file says.
struct ModelRows {
  std::vector<ApiModel> Apis;
  std::vector<TypeModel> Types;
  /// The Debian packages whose headers declare what the rows name: none if
  /// Debian lacks the library, nothing if the file does not say.
  std::optional<std::vector<std::string>> Packages;
};

/// A call in the user's code that a model describes.
struct ModeledCall {
  const ApiModel *Model = nullptr;
  /// Model->Effects, refined by the SQL text where the model says so and the
  /// text is known. Of unknown text only Effect::DbQuery is claimed.
  EffectSet Effects;
  /// The expression of the handle, or null (none, or the result).
  const clang::Expr *Handle = nullptr;
  /// The SQL argument, or null.
  const clang::Expr *Sql = nullptr;
  /// The constant beginning of the SQL text, as far as it is known.
  std::string SqlText;
};

/// What the first keywords of SQL text do: db.begin, db.commit, db.query with
/// or without db.autocommit_write, … Several statements give the union. Text
/// without a known keyword gives db.query only.
EffectSet effectsOfSql(llvm::StringRef Text);

/// The first word of SQL text in upper case, "INSERT"; empty if there is none.
std::string sqlVerb(llvm::StringRef Text);

/// The same, of a call whose row lists these effects: keeps db.autocommit_write
/// only if it is listed, since the object of another row is a transaction.
EffectSet effectsOfSql(const EffectSet &Listed, llvm::StringRef Text);

class ApiModels;

/// What all of Texts do, one of which is run; that of unknown text if there is
/// none.
EffectSet commonEffects(const ApiModel &Row, llvm::ArrayRef<std::string> Texts);

/// The constant beginning of the string E evaluates to: literals, `+` chains,
/// constants, locals where they are read, formats up to the first placeholder,
/// QStringLiteral, c_str(). Empty if nothing is known.
std::string constantPrefix(const clang::Expr &E, const ApiModels &Models);

/// The API models of a run: those compiled in, and the user's own.
/// Immutable after loading, so one object serves all threads; apart from those
/// that rememberingCopy() makes.
class ApiModels {
public:
  ~ApiModels();
  ApiModels(const ApiModels &) = delete;
  ApiModels &operator=(const ApiModels &) = delete;

  /// The models of checks/models/*.yaml, parsed once per process. Thread-safe.
  static std::shared_ptr<const ApiModels> builtin();

  /// The builtin models and those of the YAML files Paths. The first bad file
  /// gives an error "file:line:column: what is wrong".
  static llvm::Expected<std::shared_ptr<const ApiModels>>
  withUserFiles(llvm::ArrayRef<std::string> Paths);

  /// The same models, for one AST: this object keeps what it has found for
  /// declarations, and so answers several times faster. Not thread-safe.
  std::shared_ptr<const ApiModels> rememberingCopy() const;

  /// Parses one model file; errors are "file:line:column: what is wrong".
  static llvm::Expected<ModelRows> parse(llvm::MemoryBufferRef Buffer);

  /// What the call, construction, or destruction E does, or nothing. Resolves
  /// typedefs, inline namespaces, base classes that declare the method, and
  /// overriders of modelled methods. C functions of libc match only when
  /// declared in a system header.
  std::optional<ModeledCall> match(const clang::Expr &E) const;

  /// The SQL text that E, a call of a library, prepares, and for which handle;
  /// nothing if it prepares none.
  std::optional<PrepareCall> prepareAt(const clang::Expr &E) const;

  /// The rows that describe calls of Callee, a function or the constant object
  /// whose call operator is meant, whatever their arguments; those of the most
  /// derived class first, the user's before the builtin.
  llvm::SmallVector<const ApiModel *, 2>
  rows(const clang::NamedDecl &Callee) const;

  /// Does a row with this effect describe a constructor or another member
  /// function that Class declares?
  bool hasMember(const clang::CXXRecordDecl &Class, Effect Wanted) const;

  /// All rows: the user's, then the builtin, each in file order.
  llvm::ArrayRef<ApiModel> all() const;

  /// What Class is, or else its nearest base with a meaning.
  TypeMeaning meaningOf(const clang::CXXRecordDecl &Class) const;

  /// The row meaningOf answers from, or null.
  const TypeModel *typeRow(const clang::CXXRecordDecl &Class) const;

  /// All rows about types, in the same order.
  llvm::ArrayRef<TypeModel> types() const;

private:
  struct Tables;
  class Memory;
  explicit ApiModels(std::shared_ptr<const Tables> Shared);
  explicit ApiModels(ModelRows AllRows);

  /// The rows whose names fit Call; its arguments are not looked at.
  llvm::SmallVector<const ApiModel *, 2> rowsOf(const CallShape &Call) const;
  const ApiModel *firstAdmitted(const CallShape &Call) const;

  std::shared_ptr<const Tables> Shared;
  /// Of a remembering copy only.
  std::unique_ptr<Memory> Known;
};

} // namespace slowpath

#endif
