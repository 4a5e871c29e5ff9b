// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_SPAWNS_H
#define SLOWPATH_CHECKS_SUPPORT_SPAWNS_H

#include "checks/support/TranslationUnit.h"
#include "clang/AST/Expr.h"

namespace slowpath {

struct LoopData;

class ApiModels;
class EffectSet;
struct ApiModel;

/// A call or construction that starts something which runs at the same time as
/// the code after it, and is not queued for a fixed number of workers.
struct Spawn {
  enum class Kind { Thread, Process, Coroutine };
  /// What becomes of the handle of what was started.
  enum class Fate {
    /// It leaves the iteration: stored, detached, or never had a handle.
    Kept,
    /// Its destructor, or a wait, ends it where it was started.
    Ended,
    /// `thread_ = std::thread(…)`: there is only one at any time.
    Replaced,
    /// Returned to the caller.
    Returned,
  };

  Kind What = Kind::Thread;
  const clang::Expr *Site = nullptr;
  const ApiModel *Model = nullptr;
  /// The lambda, function or coroutine call that is run, as written, or null.
  const clang::Expr *Callable = nullptr;
  /// The function that is run, or null. It need not have a body.
  const clang::FunctionDecl *Target = nullptr;
  /// The arguments of the callable.
  llvm::ArrayRef<const clang::Expr *> Arguments;
  /// `threads` in `threads.emplace_back(work)`, `threads.push_back(
  /// std::thread(work))` and `threads[i] = std::thread(work)`, or null.
  const clang::Expr *Container = nullptr;
  /// `thread->start()`: Site starts what its object was made to run.
  bool StartsObject = false;
  /// Nobody ever waits for it.
  bool IsDetached = false;
};

/// What E starts, or nothing: also not for operations that wait for the end of
/// what they start, connections and pools, which start threads of their own.
std::optional<Spawn> spawnAt(const clang::Expr &E, TranslationUnit &TU);

/// Is T, or what it points to or a member of it, a thread, process or future?
/// Their number is not that of some data.
bool holdsRunning(clang::QualType T, const ApiModels &Models);

/// What becomes of what S starts, in each execution of Body around it. Fills
/// S.Container and S.IsDetached.
Spawn::Fate fateOf(Spawn &S, const clang::Stmt &Body, TranslationUnit &TU);

/// A helper that starts something every time it is called, whatever it is
/// called with: Site is under no condition.
bool startsAlways(const clang::Expr &Site, const FunctionAnalysis &Analysis);

/// What becomes of what S, which no loop of its function repeats, starts when
/// the function is called. Ended also if not each call starts something, or if
/// something in the function may hold it back.
Spawn::Fate fateInHelper(Spawn &S, TranslationUnit &TU);

/// Is Function named as one that builds what lives as long as its object, or is
/// it a constructor?
bool isNamedStartUp(const clang::FunctionDecl &Function);

/// Is Function a member function of that kind?
bool startsUpObject(const clang::FunctionDecl &Function);

/// Does what S starts run as long as the program: an event loop, or a loop that
/// only a flag ends? True also when its body is not known but it is named so.
bool runsForever(const Spawn &S, TranslationUnit &TU);

/// Is there anything under Body that may hold back the next Spawn: a semaphore,
/// a wait, a pause, a look at how many are running? In is the loop whose body
/// it is, or null for the body of a function.
bool isThrottled(const clang::Stmt &Body, const Loop *In, const Spawn &S,
                 TranslationUnit &TU);

/// A message to every client: that takes as long as the slowest, whatever the
/// limit, and costs each a coroutine only.
bool isToEachClient(const Spawn &S, const LoopData &Data,
                    const clang::ASTContext &Context);

/// Starts Site for those items only that have come to an end, and takes them
/// off the list that In walks over? They do so one by one.
bool takesOff(const clang::Expr &Site, const Loop &In,
              const FunctionAnalysis &Analysis, TranslationUnit &TU);

/// Do these?
bool holdsBack(const EffectSet &Effects);

/// The same of the code under Body alone, not of what it calls, and whatever is
/// started.
bool mayHoldBack(const clang::Stmt &Body, const Loop *In, TranslationUnit &TU);

} // namespace slowpath

#endif
