// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOPS_H
#define SLOWPATH_CHECKS_SUPPORT_LOOPS_H

#include "checks/support/Mutations.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/Analysis/Analyses/Dominators.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <optional>

namespace slowpath {

/// Something that runs its body repeatedly: a natural loop of the control-flow
/// graph, or a call that hands a lambda or function to an iterating algorithm.
struct Loop {
  enum class Kind { For, RangeFor, While, Do, Algorithm };

  /// What the trip count depends on; decides whether repeating is a problem.
  enum class Bound {
    /// The size of some data, or nothing that is known: it may grow.
    Data,
    /// A constant of at most SmallTripCount.
    SmallConstant,
    /// Cores, shards, workers: small, and repeating per worker is the point.
    Concurrency,
    /// Repeats until an operation succeeds.
    Retry,
    /// Waits for events, messages or connections; runs as long as the program.
    Event,
  };

  /// Constant loops of at most this many iterations are not reported. Sixteen
  /// iterations of a quadratic pattern cost about as much as one allocation.
  static constexpr uint64_t SmallTripCount = 16;

  Kind Shape = Kind::For;
  Bound Trips = Bound::Data;
  /// Known exactly from constants, else empty.
  std::optional<uint64_t> TripCount;
  /// The loop statement, or the CallExpr of the iterating algorithm.
  const clang::Stmt *Statement = nullptr;
  /// What is repeated: the loop's body, or that of the algorithm's callable,
  /// which need not be written within Statement.
  const clang::Stmt *Body = nullptr;
  /// What an algorithm runs: a lambda's call operator, a function, or null.
  const clang::FunctionDecl *Callee = nullptr;
  /// The next loop around it within the same outermost function, or null.
  const Loop *Parent = nullptr;
  /// The element of a range-for, the induction variable of a counting for, the
  /// first parameter of an algorithm's callable, or null.
  const clang::VarDecl *Variable = nullptr;
  /// The range of a range-for or algorithm as the user wrote it, or null.
  const clang::Expr *Range = nullptr;

  /// The keyword or callee, outside of macro bodies if the loop comes from one.
  clang::SourceLocation location(const clang::SourceManager &SM) const;
  /// That of a for, while or do statement; null if it has none.
  const clang::Expr *condition() const;
  /// May the trip count grow with the data?
  bool isDataLoop() const { return Trips == Bound::Data; }
};

class TranslationUnit;

/// Everything the checks ask about one function body; computed on first use
/// and shared by all checks of the translation unit (see TranslationUnit).
///
/// Bodies of lambdas belong to the analysis of the lambda's call operator, but
/// innermostLoop() of a statement in a lambda handed to an iterating algorithm
/// (or called directly) continues in the function around it. Functions handed
/// to algorithms by name are repeated as those called in loops are: see
/// TranslationUnit::repeatedCall.
class FunctionAnalysis {
public:
  FunctionAnalysis(const clang::FunctionDecl &Function, TranslationUnit &TU);
  ~FunctionAnalysis();

  /// Fills in the loops, to be called once. It looks into the functions that
  /// this body hands callables to, lambdas in this body among them, which ask
  /// in turn for this analysis: they find it without loops of algorithms.
  void findLoops();

  const clang::FunctionDecl &function() const { return Function; }

  /// False when the body holds errors, is dependent in its control flow, or is
  /// too large for a control-flow graph; then there are no loops.
  bool isWhole() const { return Graph != nullptr; }

  /// The innermost loop in which S is executed again, or null. A statement
  /// whose every continuation leaves the loop (`…; return;`) is not in it, nor
  /// is one only reached through a catch handler.
  const Loop *innermostLoop(const clang::Stmt &S) const;

  /// Every loop of this body (those of algorithms included), outermost first
  /// in source order.
  llvm::ArrayRef<std::unique_ptr<Loop>> loops() const { return Loops; }

  /// The loop that Call, an algorithm in this body, makes of running Callee; or
  /// null.
  const Loop *algorithm(const clang::Stmt &Call,
                        const clang::FunctionDecl &Callee) const;

  /// Does every iteration of L that goes on to a further one execute S?
  bool runsEveryIteration(const clang::Stmt &S, const Loop &L) const;

  /// Is S inside of L's statement, at any depth of nesting of loops, lambdas
  /// and expressions? Unlike innermostLoop, a question about the source text.
  bool contains(const clang::Stmt &Outer, const clang::Stmt &S) const;

  /// Does every path from the entry to B go through A? Both in this body.
  bool dominates(const clang::Stmt &A, const clang::Stmt &B) const;

  /// Can B be executed after A (in a later iteration also counts)?
  bool reaches(const clang::Stmt &A, const clang::Stmt &B) const;

  /// Can A and B both be executed in one iteration of L, in either order? Not
  /// when they stand in branches that exclude each other.
  bool sharesIteration(const clang::Stmt &A, const clang::Stmt &B,
                       const Loop &L) const;

  /// As reaches(), on a path on which none of Barriers is executed.
  bool reachesAvoiding(const clang::Stmt &A, const clang::Stmt &B,
                       llvm::ArrayRef<const clang::Stmt *> Barriers) const;

  /// The order in which the statements Among may be executed: for each the
  /// indices of those that may come next with no other in between. Statements
  /// that are not reachable, or have no place in this body, have none and are
  /// none.
  std::vector<llvm::SmallVector<unsigned, 2>>
  orderOf(llvm::ArrayRef<const clang::Stmt *> Among) const;

  /// May Var be written (assigned, passed by mutable reference, have its
  /// address taken, have a non-const member called) anywhere in S? See
  /// support/Mutations.h.
  bool isModifiedIn(const clang::VarDecl &Var, const clang::Stmt &S) const;

  /// The same of the statement and body of L.
  bool isModifiedIn(const clang::VarDecl &Var, const Loop &L) const;

  /// Is Var never written in this function?
  bool isOnlyRead(const clang::VarDecl &Var) const;

  /// Has E the same value in all iterations of L, provably? E may not have side
  /// effects; calls are invariant only when they are const members without
  /// arguments, of an object of a type known to be a value (containers,
  /// strings) that nothing in L writes to: a local variable, or what a const
  /// reference or a const `this` names when nothing in L may change it under
  /// another name.
  bool isInvariant(const clang::Expr &E, const Loop &L) const;

  /// Is S executed only every N-th iteration, or when a batch is full
  /// (`if (++n % 100 == 0)`, `if (batch.size() >= kMax)`, a timer)?
  bool isChunkGuarded(const clang::Stmt &S, const Loop &L) const;

  /// The conditions that decide whether an iteration of L executes S, L's own
  /// condition excepted. For an algorithm, and for null: whether a call of this
  /// function does.
  llvm::SmallVector<const clang::Expr *, 4> guardsWithin(const clang::Stmt &S,
                                                         const Loop *L) const;

  /// Is S executed in every call of this function that returns?
  bool runsOnEveryCall(const clang::Stmt &S) const;

  /// Is S on a path that is rare by construction: in a catch handler, under
  /// [[unlikely]] or __builtin_expect(…, 0), or followed only by noreturn
  /// calls?
  bool isCold(const clang::Stmt &S) const;

  /// The statement around S, or null for the body itself.
  const clang::Stmt *parent(const clang::Stmt &S) const;

private:
  struct Position;
  /// A loop of the control-flow graph. Several may stand for one Loop, where a
  /// macro expands to nested loops.
  struct NaturalLoop {
    const clang::Stmt *Statement = nullptr;
    const clang::CFGBlock *Latch = nullptr;
    llvm::BitVector Blocks;
    /// Into Loops.
    unsigned Index = 0;
  };

  std::optional<Position> position(const clang::Stmt &S) const;
  const NaturalLoop *naturalLoop(const clang::Stmt &S) const;
  bool isReachable(const clang::Stmt &S) const;
  bool isUnchanged(const clang::Expr &Object, const Loop &L) const;
  bool reachesWithout(const clang::CFGBlock &From, const clang::CFGBlock &To,
                      const clang::CFGBlock *Barrier) const;
  /// The blocks From for which reachesWithout(From, To, Barrier) holds.
  llvm::BitVector blocksReaching(const clang::CFGBlock &To,
                                 const clang::CFGBlock *Barrier) const;
  const Loop *loopAroundLambda(const clang::LambdaExpr &Lambda) const;
  void findNaturalLoops();
  void narrowByInstantiations(Loop &L) const;
  void findAlgorithms();

  const clang::FunctionDecl &Function;
  TranslationUnit &TU;
  std::unique_ptr<clang::ParentMap> Parents;
  std::unique_ptr<clang::CFG> Graph;
  std::unique_ptr<clang::CFGDomTree> Dominators;
  llvm::SmallVector<std::unique_ptr<Loop>, 4> Loops;
  llvm::SmallVector<NaturalLoop, 4> NaturalLoops;
  llvm::DenseMap<const clang::LambdaExpr *, const Loop *> Algorithms;
  mutable llvm::DenseMap<const clang::Stmt *, std::unique_ptr<Mutations>>
      MutationsIn;
  llvm::DenseMap<const clang::Stmt *,
                 std::pair<const clang::CFGBlock *, unsigned>>
      Positions;
};

} // namespace slowpath

#endif
