// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_DATABASECALLS_H
#define SLOWPATH_CHECKS_SUPPORT_DATABASECALLS_H

#include "checks/models/ApiModels.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/TranslationUnit.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace slowpath {

/// A call that does something to a database: a library's, or one of a function
/// of the project that passes SQL text on, or begins or ends a transaction.
struct DatabaseCall {
  const clang::Expr *Call = nullptr;
  /// The library call it comes down to.
  const ApiModel *Model = nullptr;
  /// Of a function of the project that passes no SQL on: db.begin, db.commit
  /// and db.rollback only when a transaction begins or ends *beyond* the call,
  /// and db.query if it runs statements.
  EffectSet Effects;
  /// The connection, statement or transaction at Call; null if Call names none.
  const clang::Expr *Handle = nullptr;
  /// The SQL argument at Call, or null.
  const clang::Expr *Sql = nullptr;
  /// The beginning of the SQL text, or empty.
  std::string SqlText;
  /// Sql is a format on its way to the library, whose placeholders begin with
  /// this; 0 if it is the text.
  char Placeholder = 0;
  /// Where the statement got its text, if that is not at Call; else null.
  const clang::Expr *Prepared = nullptr;
  /// The prepared statement that is executed, as named at Call: the library's,
  /// or an object of the project that has it at the end of StatementPath. Null
  /// if the text is at Call, or several statements may be meant.
  const clang::Expr *Statement = nullptr;
  MemberPath StatementPath;
  /// The calls within functions of the project that lead to the library's,
  /// outermost first; empty if Call is the library's.
  llvm::SmallVector<const clang::Expr *, 2> Path;
  /// Could a statement be a write? False when the text of all is known.
  bool MayWrite = false;
  /// The handle is one whose statements each commit, whatever else is open:
  /// pqxx::nontransaction.
  bool InAutocommitScope = false;
  /// False when a function of the project does it under a condition only.
  bool OnEveryCall = true;
};

/// The connection a handle belongs to.
struct Connection {
  /// The object that stands for it, behind accessors and aliases; null for the
  /// library's default connection, or one that a function finds by itself.
  const clang::Expr *Object = nullptr;
  /// What the user's code passes to the library; null if Object is.
  const clang::Expr *Spelled = nullptr;
};

/// Do A and B name two connections, provably? Not if either is unknown.
bool areDifferent(const clang::Expr *A, const clang::Expr *B);

/// The calls and constructions under S in the order of evaluation, those in
/// lambdas excepted.
llvm::SmallVector<const clang::Expr *, 16> callsUnder(const clang::Stmt &S);

/// The same in a whole function, after those in the initialisers if it is a
/// constructor.
llvm::SmallVector<const clang::Expr *, 16>
callsIn(const clang::FunctionDecl &Function);

/// What a connection named in the body of Callee is called where E calls it;
/// null if it cannot be told.
const clang::Expr *atCaller(const clang::Expr *Object,
                            const clang::FunctionDecl &Callee,
                            const clang::Expr &E);

/// What the calls of a translation unit do to databases, looking through at
/// most MaxDepth functions of the project.
class DatabaseCalls {
public:
  static constexpr unsigned MaxDepth = 3;

  explicit DatabaseCalls(TranslationUnit &Unit) : TU(Unit), Texts(Unit) {}

  /// What the call or construction E does, or nothing.
  std::optional<DatabaseCall> at(const clang::Expr &E);

  /// The database calls of Function's body (and of its constructor's
  /// initialisers) without those of lambdas in it, in source order.
  llvm::ArrayRef<DatabaseCall> in(const clang::FunctionDecl &Function);

  /// Follows Handle from a statement or transaction to its connection, as far
  /// as that is known. Null is the library's default connection.
  Connection connection(const clang::Expr *Handle);

  /// Is Callee declared by a modelled library, next to what the models
  /// describe? Then it does what its row says, and nothing without one.
  bool isOfLibrary(const clang::FunctionDecl &Callee);

  /// Does the destructor of Class complete a transaction?
  bool commitsWhenDestroyed(const clang::CXXRecordDecl &Class);

private:
  std::optional<DatabaseCall> ofLibrary(const clang::Expr &E);
  std::optional<DatabaseCall> throughFunction(const clang::Expr &E);
  /// Fills the text and effects of Call, which executes a prepared statement.
  void findText(DatabaseCall &Call);
  /// What Var was made for or from; null if unknown, or Var is a connection.
  /// Ambient: a connection that the library finds (then not null), or what uses
  /// the default one (null).
  const clang::Expr *madeFrom(const clang::VarDecl &Var, bool &IsAmbient);

  /// The connection of the member Field of `this`, which its class makes in
  /// an initialiser from another member; null if it cannot be told.
  const clang::Expr *madeFrom(const clang::FieldDecl &Field);

  TranslationUnit &TU;
  StatementTexts Texts;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<DatabaseCall>> Calls;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 4> InProgress;
  /// The headers of the libraries that are used; filled by isOfLibrary.
  std::optional<llvm::DenseSet<clang::FileID>> LibraryFiles;
};

} // namespace slowpath

#endif
