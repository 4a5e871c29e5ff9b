// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_LOOKUPREWRITE_H
#define SLOWPATH_CHECKS_SUPPORT_LOOKUPREWRITE_H

#include "checks/Finding.h"
#include "checks/support/LookupTests.h"
#include "checks/support/MapChanges.h"
#include <string>
#include <vector>

namespace slowpath {

/// Writes lookups of one function anew so that each key is looked up once. One
/// object per function: what it has edited, and the names it has given, it does
/// not use again.
class LookupRewrite {
public:
  LookupRewrite(const clang::FunctionDecl &Function, TranslationUnit &TU)
      : TU(TU), Analysis(TU.analysis(Function)) {}

  /// Of Again, which run only if Test has found their key. Change is what may
  /// happen in between.
  Rewrite useIterator(const LookupTest &Test, llvm::ArrayRef<Lookup> Again,
                      Change Between);

  /// `if (m.count(k)) m.erase(k);` as `m.erase(k);`
  std::optional<Rewrite> eraseAnyway(const LookupTest &Test,
                                     const Lookup &Erase);

  /// Of Added, an insertion that only runs if Test has not found its key;
  /// nothing if there is no better way to write it.
  std::optional<Rewrite> insertOnce(const LookupTest &Test, const Lookup &Added,
                                    Change Between);

  /// Of the lookups All, the first of which runs before the others.
  Rewrite useReference(llvm::ArrayRef<Lookup> All, Change Between);

  /// Of What, whose map and key are the same in all iterations of L.
  Rewrite moveOut(const Lookup &What, const Loop &L);

private:
  std::string freeName(llvm::ArrayRef<llvm::StringRef> Wanted,
                       const clang::Stmt &Scope);
  bool isFreeName(llvm::StringRef Name) const;
  bool claim(Rewrite &Fix);
  bool isPureLookup(const Lookup &L) const;
  std::string text(const clang::Expr &E) const;

  TranslationUnit &TU;
  const FunctionAnalysis &Analysis;
  std::vector<std::pair<std::string, const clang::Stmt *>> Given;
  llvm::SmallVector<clang::SourceRange, 8> Edited;
};

} // namespace slowpath

#endif
