// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_FLUSHES_H
#define SLOWPATH_CHECKS_SUPPORT_FLUSHES_H

#include "checks/Finding.h"
#include "checks/support/Objects.h"

namespace slowpath {

/// Something that makes a buffered stream or file write to the system.
struct Flush {
  enum class Kind {
    /// `out << std::endl`, of which the manipulator also ends the line.
    EndLine,
    /// `out.flush()`, `fflush(file)`
    Call,
    /// `fsync(fd)`
    Sync
  };
  Kind What = Kind::Call;
  /// The manipulator, or the call.
  const clang::Expr *At = nullptr;
  /// The operator call that the manipulator belongs to, or null.
  const clang::CXXOperatorCallExpr *Insertion = nullptr;
  /// The stream, file or descriptor.
  const clang::Expr *Stream = nullptr;
};

/// What E flushes, or nothing. To flush what is in memory only, such as a
/// string stream, is nothing.
std::optional<Flush> flushOf(const clang::Expr &E, TranslationUnit &TU);

/// Is F what the program is for, where Rep repeats it: does somebody wait for
/// what is written, who sees it as it comes, or shall it survive a crash?
bool isWanted(const Flush &F, const Repetition &Rep, TranslationUnit &TU);

/// The rewrite that flushes F once, after L; of F alone if L is null. Title and
/// Code are given in any case.
Rewrite flushOnce(const Flush &F, const Loop *L, TranslationUnit &TU);

} // namespace slowpath

#endif
