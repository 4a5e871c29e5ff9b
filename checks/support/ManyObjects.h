// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MANYOBJECTS_H
#define SLOWPATH_CHECKS_SUPPORT_MANYOBJECTS_H

#include "checks/support/ObjectSites.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace slowpath {

/// A place where many objects of one class come to be that exist at the same
/// time.
struct ManyObjects {
  ObjectStorage Where = ObjectStorage::Block;
  clang::SourceLocation Loc;
  /// The loop that makes them, if there is one.
  const Loop *In = nullptr;
  /// What is to be said about Loc: "'orders' gets one per iteration here".
  std::string Note;

  /// The bytes per object that are saved for certain where an object is After
  /// instead of Before bytes: of blocks on the heap, whose sizes are rounded
  /// up to multiples of 16, what is left of that.
  uint64_t saved(uint64_t Before, uint64_t After) const;
};

/// Knows where the classes of a translation unit are made in large numbers.
class ManyObjectsIndex {
public:
  using Filter = llvm::function_ref<bool(const clang::Stmt &)>;

  explicit ManyObjectsIndex(TranslationUnit &Unit) : TU(Unit), Sites(Unit) {}

  /// The places where many of Record are made:
  ///  - a loop over data adds elements to a container that outlives it;
  ///  - a loop over data allocates, and what it allocates is kept;
  ///  - an array has a thousand elements or more, or a sequence is made or
  ///    resized for as many, or for as many as another container has.
  /// Statements for which IsReportable does not hold do not count, nor do
  /// containers that stay short. Nowhere if its objects keep what there are few
  /// of.
  llvm::SmallVector<ManyObjects, 2> of(const clang::CXXRecordDecl &Record,
                                       Filter IsReportable);

  /// Where Append adds one of many elements to Container, or nothing.
  std::optional<ManyObjects> addedBy(const clang::CallExpr &Append,
                                     const clang::Expr &Container) {
    return judgeElement({.Made = &Append, .Container = &Container});
  }

private:
  std::optional<ManyObjects> judge(const ObjectSite &At, Filter IsReportable);
  std::optional<ManyObjects> judgeElement(const ObjectSite &At);
  std::optional<ManyObjects> judgeAllocation(const ObjectSite &At);
  /// Does what Made makes, or names, in an iteration of L still exist when L
  /// has ended? Follows at most Depth variables.
  bool isKept(const clang::Expr &Made, const Loop &L, unsigned Depth);

  TranslationUnit &TU;
  ObjectSites Sites;
};

} // namespace slowpath

#endif
