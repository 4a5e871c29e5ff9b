// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TRANSLATIONUNIT_H
#define SLOWPATH_CHECKS_SUPPORT_TRANSLATIONUNIT_H

#include "checks/models/TypeModels.h"
#include "checks/support/Loops.h"
#include "checks/support/UserCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>
#include <string>

namespace slowpath {

class ApiModels;
class DatabaseCalls;
class Purity;
namespace facts {
class Unit;
}

/// How a function comes to be executed repeatedly although no loop of its own
/// is involved: it is called in one.
struct RepeatedCall {
  /// The call in the loop; the callee is the function asked for or leads to it.
  /// Or the call of the algorithm that is handed the function.
  const clang::Expr *Call = nullptr;
  const Loop *In = nullptr;
  const clang::FunctionDecl *Caller = nullptr;
  /// The call chain from the loop's call (exclusive) to the function asked for.
  llvm::SmallVector<const clang::Expr *, 2> Path;
};

/// The analyses that all checks of one translation unit share. One object per
/// ASTContext; checks of one translation unit run on one thread, so it is not
/// locked.
class TranslationUnit {
public:
  TranslationUnit(clang::ASTContext &Context,
                  std::shared_ptr<const ApiModels> Models);
  ~TranslationUnit();
  TranslationUnit(const TranslationUnit &) = delete;
  TranslationUnit &operator=(const TranslationUnit &) = delete;

  /// The analyses of Context, made on first use, alive as long as any check
  /// holds them. Thread-safe. UserModels are paths of further model files
  /// (`slowpath.Models`), used by the first caller, who also gets to know in
  /// Error, if given, why they could not be read.
  static std::shared_ptr<TranslationUnit> of(clang::ASTContext &Context,
                                             llvm::StringRef UserModels = "",
                                             std::string *Error = nullptr);

  clang::ASTContext &context() { return Context; }
  const ApiModels &models() const { return *Models; }

  /// The analysis of the function (or lambda call operator) whose body is
  /// Function's. Never null; see FunctionAnalysis::isWhole.
  FunctionAnalysis &analysis(const clang::FunctionDecl &Function);

  /// The function or lambda call operator whose body holds S, or null for
  /// initialisers outside of functions.
  const clang::FunctionDecl *functionAround(const clang::Stmt &S);

  /// Is Loc in the user's own code, not in that of a library? See
  /// support/UserCode.h.
  bool isUserCode(clang::SourceLocation Loc) { return Files.contains(Loc); }

  /// Did a program write the file of Loc?
  bool isGenerated(clang::SourceLocation Loc) { return Files.isGenerated(Loc); }

  /// The meaning of Record by the model files; see meaningOf of Types.h.
  TypeMeaning meaningOf(const clang::CXXRecordDecl &Record);

  /// Does the function that Call calls, one of user code, run its argument
  /// Index in a data loop of its own?
  bool runsInLoop(const clang::CallExpr &Call, unsigned Index);

  /// Does the function that Parameter is of change what it is given for it, a
  /// reference, as far as its body is here to tell? Else yes.
  bool changes(const clang::ParmVarDecl &Parameter);

  /// Is Function, or the file it is written in, a test, benchmark or fuzz
  /// target? See support/TestCode.h.
  bool isTest(const clang::FunctionDecl &Function);

  /// Does Function run once, or hardly ever, by where it is called? See
  /// support/RareCode.h.
  bool isRare(const clang::FunctionDecl &Function);

  /// Is Function a coroutine that awaits something, or what an event loop runs
  /// when an operation has ended, on a thread that is not of a pool?
  bool runsAsync(const clang::FunctionDecl &Function);

  /// Is Function called by the initialiser of a variable outside of functions?
  bool initialisesGlobal(const clang::FunctionDecl &Function);

  /// Is Function named other than to call it, so that anybody may call it?
  bool isHandedOver(const clang::FunctionDecl &Function);

  /// The lambda expression whose call operator is Function, or null.
  const clang::LambdaExpr *lambdaOf(const clang::FunctionDecl &Function);

  /// The innermost loop around S, searched in the function around it.
  const Loop *innermostLoop(const clang::Stmt &S);

  /// A call of Function from inside a data loop of user code of this
  /// translation unit, or one that hands it to an algorithm, directly or
  /// through at most four other functions; or nothing.
  std::optional<RepeatedCall> repeatedCall(const clang::FunctionDecl &Function);

  /// Calls of Function (constructor and operator calls included) and of what it
  /// is instantiated to, in user code of this translation unit.
  llvm::ArrayRef<const clang::Expr *>
  callsOf(const clang::FunctionDecl &Function);

  /// The functions and lambda call operators of user code that have a body
  /// here, in source order.
  llvm::ArrayRef<const clang::FunctionDecl *> functions();

  /// What the functions of this translation unit do to databases.
  DatabaseCalls &database();

  /// What its functions read and write.
  Purity &purity();

  /// What this translation unit says for others; see factsOf.
  const facts::Unit &facts();

private:
  class Indexer;
  void index();

  clang::ASTContext &Context;
  std::shared_ptr<const ApiModels> Models;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionAnalysis>>
      Analyses;
  /// Filled by index() from user code outside of template instantiations.
  bool IsIndexed = false;
  llvm::DenseMap<const clang::Stmt *, const clang::FunctionDecl *> Owners;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::LambdaExpr *>
      Lambdas;
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::Expr *, 4>>
      Calls;
  llvm::SmallVector<const clang::FunctionDecl *, 0> Functions;
  llvm::DenseSet<const clang::FunctionDecl *> Initialisers;
  /// How often functions are named other than to call them.
  llvm::DenseMap<const clang::FunctionDecl *, int> Mentions;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Rare;
  /// Coroutines that await something.
  llvm::DenseSet<const clang::FunctionDecl *> Awaiting;
  /// Lambdas and functions that an event loop runs.
  llvm::DenseSet<const clang::FunctionDecl *> Handlers;
  /// Coroutines and functions that run in the threads of a pool.
  llvm::DenseSet<const clang::FunctionDecl *> Pooled;
  llvm::DenseMap<clang::FileID, bool> TestFiles;
  /// Calls of others that are handed the function.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::CallExpr *, 2>>
      Callbacks;
  UserCode Files;
  llvm::DenseMap<const clang::CXXRecordDecl *, TypeMeaning> Meanings;
  llvm::DenseMap<const clang::ParmVarDecl *, bool> RunsInLoop;
  llvm::DenseMap<const clang::ParmVarDecl *, bool> Changed;
  std::unique_ptr<DatabaseCalls> Database;
  std::unique_ptr<Purity> Pure;
  std::unique_ptr<facts::Unit> Facts;
};

/// Is D declared in the user's own code? As TranslationUnit::isUserCode, for
/// where only the declaration is at hand.
bool isUserCode(const clang::Decl &D);

} // namespace slowpath

#endif
