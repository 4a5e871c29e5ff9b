// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_APIMODELS_H
#define SLOWPATH_CHECKS_MODELS_APIMODELS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitmaskEnum.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <bitset>
#include <optional>
#include <string>
#include <vector>

namespace slowpath {

/// What a library call does, as far as its cost is concerned. A closed
/// vocabulary: a model file that uses another word is refused.
enum class Effect {
#define SLOWPATH_EFFECT(Enumerator, Spelling) Enumerator,
#include "checks/models/Effects.def"
  Last
};

/// The spelling in model files: "db.query".
llvm::StringRef toString(Effect E);

class EffectSet {
public:
  void add(Effect E) { Bits.set(static_cast<size_t>(E)); }
  void remove(Effect E) { Bits.reset(static_cast<size_t>(E)); }
  bool has(Effect E) const { return Bits.test(static_cast<size_t>(E)); }
  bool empty() const { return Bits.none(); }
  EffectSet &operator|=(const EffectSet &Other) {
    Bits |= Other.Bits;
    return *this;
  }

private:
  std::bitset<static_cast<size_t>(Effect::Last)> Bits;
};

/// One row of a model file; see docs/models.md for the meaning of the keys.
struct ApiModel {
  enum class Kind {
    Function,
    Method,
    Constructor,
    Destructor,
    Variable,
    Macro
  };
  enum class Place { None, Argument, This, Result };

  std::string Library;
  std::string Name;
  Kind What = Kind::Function;
  EffectSet Effects;
  /// The argument with the SQL text (member calls: without the object).
  std::optional<unsigned> Sql;
  /// The object whose identity ties connect, begin, query and commit together.
  Place HandleAt = Place::None;
  unsigned HandleArgument = 0;
  /// The argument that receives a new handle (`sqlite3 **ppDb`).
  std::optional<unsigned> Out;
  /// Effects are refined by the first keyword of the SQL text.
  bool SqlEffects = false;
  /// The SQL text is the one given when the handle was prepared.
  bool SqlFromHandle = false;
  /// Starts the operation only.
  bool Async = false;
  /// The callable argument runs inside the scope (transaction, limiter).
  bool CallbackScope = false;
  /// Matches only calls with at least this many explicit arguments.
  unsigned MinArgs = 0;
  /// Matches only calls with at most this many explicit arguments.
  unsigned MaxArgs = ~0u;
  std::string Note;
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

/// The constant beginning of the string E evaluates to: literals, `+` chains,
/// constants and locals that are never written again, QStringLiteral, c_str().
/// Empty if nothing is known.
std::string constantPrefix(const clang::Expr &E);

/// The API models of a run: those compiled in, and the user's own.
/// Immutable after loading but for a lookup cache, so one object serves one
/// thread at a time (each TranslationUnit has its own, sharing the rows).
class ApiModels {
public:
  /// The models of checks/models/*.yaml, parsed once per process. Thread-safe.
  static std::shared_ptr<const ApiModels> builtin();

  /// The builtin models and those of the YAML files Paths. The first bad file
  /// gives an error "file:line:column: what is wrong".
  static llvm::Expected<std::shared_ptr<const ApiModels>>
  withUserFiles(llvm::ArrayRef<std::string> Paths);

  /// Parses one model file; errors are "file:line:column: what is wrong".
  static llvm::Expected<std::vector<ApiModel>>
  parse(llvm::MemoryBufferRef Buffer);

  /// What the call, construction, or destruction E does, or nothing. Resolves
  /// typedefs, inline namespaces, base classes that declare the method, and
  /// overriders of modelled methods. C functions of libc match only when
  /// declared in a system header.
  std::optional<ModeledCall> match(const clang::Expr &E) const;

  /// The rows that describe calls of FD, whatever their arguments.
  llvm::ArrayRef<const ApiModel *> rows(const clang::FunctionDecl &FD) const;

  /// All rows, in file order.
  llvm::ArrayRef<ApiModel> all() const { return Rows; }

private:
  std::vector<ApiModel> Rows;
  llvm::StringMap<llvm::SmallVector<const ApiModel *, 2>> ByName;
};

} // namespace slowpath

#endif
