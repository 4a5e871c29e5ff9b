// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_PURITY_H
#define SLOWPATH_CHECKS_SUPPORT_PURITY_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// What code reads and writes that others may see.
struct SideEffects {
  struct Write {
    const clang::Stmt *At = nullptr;
    /// The local variable, or parameter by value, that is written; null if it
    /// may be anything else, or the code does what nobody can tell.
    const clang::VarDecl *Own = nullptr;
  };
  /// In the order of the source. Calls of pure functions are none.
  llvm::SmallVector<Write, 8> Writes;
  /// Reads what pointers and references lead to, parameters among them.
  bool ReadsReferred = false;
  /// Reads members of `this`.
  bool ReadsObject = false;
  /// Reads what lives as long as the program, and is not constant.
  bool ReadsGlobals = false;
  /// Goes through data: there is a loop over data, or a recursion, also in what
  /// is called.
  bool IsLong = false;

  bool writesOwnOnly() const;
};

/// What the functions of a translation unit read and write; remembers what it
/// has found out.
class Purity {
public:
  explicit Purity(TranslationUnit &TU) : TU(TU) {}

  /// Of the body of Function, calls included.
  SideEffects effectsOf(const clang::FunctionDecl &Function);

  /// The same if the function is pure, else nothing: its value depends on its
  /// arguments, on what they lead to and on members of `this` only, and it does
  /// nothing else than to compute it. Decided from bodies in this translation
  /// unit: what is not seen, or may be overridden, is not pure.
  std::optional<SideEffects> ifPure(const clang::FunctionDecl &Function);

private:
  friend class EffectWalk;
  TranslationUnit &TU;
  /// Without their writes.
  llvm::DenseMap<const clang::FunctionDecl *, std::optional<SideEffects>> Known;
};

} // namespace slowpath

#endif
