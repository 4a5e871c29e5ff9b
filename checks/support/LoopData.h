// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOPDATA_H
#define SLOWPATH_CHECKS_SUPPORT_LOOPDATA_H

#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// The data that a loop goes through, one piece per iteration. Stronger than
/// Loop::isDataLoop, which is also true of loops nothing is known about.
struct LoopData {
  enum class Kind {
    /// Elements of Source, a container or view.
    Elements,
    /// What is read from Source, a stream.
    Stream,
    /// Rows of a query's result; Source is its handle.
    Rows,
  };
  Kind What = Kind::Elements;
  const clang::Expr *Source = nullptr;
  /// Elements are reached by index in constant time, and are not moved by it.
  bool IsIndexed = false;
};

/// The data of L, or nothing when L may as well count workers, attempts or
/// events.
std::optional<LoopData> dataOf(const Loop &L, TranslationUnit &TU);

/// Does L go through data: elements, rows, a stream, or what its counter is
/// used for? A loop that only counts may as well wait or retry.
bool goesThroughData(const Loop &L, TranslationUnit &TU);

/// Is S part of what OpenMP runs in several threads?
bool isRunByThreads(const clang::Stmt &S, const FunctionAnalysis &Analysis);

/// `items` in `i < items.size()`, `it != items.end()`, `i < n` after
/// `n = items.size()`, else null. Condition may be null.
const clang::Expr *boundingContainer(const clang::Expr *Condition);

/// Is Source few by its nature: devices, servers, plug-ins, the settings of a
/// program or its command line?
bool isFewByNature(const clang::Expr &Source, TranslationUnit &TU);

/// The type of the elements of a container, array, or pointer to either; null
/// if it cannot be told.
clang::QualType elementType(clang::QualType Container);

} // namespace slowpath

#endif
