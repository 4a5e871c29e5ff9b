// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_MAPCHANGES_H
#define SLOWPATH_CHECKS_SUPPORT_MAPCHANGES_H

#include "checks/support/Lookups.h"

namespace slowpath {

/// How sure it is that what one lookup has found is what the next would find.
enum class Change {
  /// Nothing in between can write to the map or the key.
  None,
  /// Nothing does, unless it knows them under another name.
  Unlikely,
  /// A function of the user's is called that may.
  Possible,
  /// Something does, or seems to.
  Certain,
};

/// What may change between the lookups of one key in one map, in one function.
class MapChanges {
public:
  /// First is one of the lookups; Same are all of them.
  MapChanges(const Lookup &First, llvm::ArrayRef<Lookup> Same,
             TranslationUnit &TU);

  /// What happens on the paths from From to To, both evaluations of this
  /// function, that do not go through From again, and what may happen in the
  /// statement of To before it.
  Change between(const clang::Stmt &From, const clang::Stmt &To) const;

  /// What happens in an iteration of L.
  Change in(const Loop &L) const;

  /// Is the map an object of this function that nothing else can name?
  bool isPrivateMap() const { return Map == Owner::Private; }

private:
  /// Who can write to something.
  enum class Owner {
    /// This function alone, under one name.
    Private,
    /// This function, and while they run, those that it hands it to.
    Local,
    /// Anybody.
    Foreign,
  };
  Owner ownerOf(const clang::Expr &E) const;
  bool isPart(const clang::Expr &Place) const;
  Change writing(const clang::Expr &Place, bool IsPointee) const;
  Change of(const clang::Stmt &S) const;
  Change ofCall(const clang::CallExpr &Call) const;
  Change ofLambda(const clang::CXXRecordDecl &Class) const;
  Change ofUserCall(const clang::FunctionDecl *Callee, bool IsOnThis,
                    bool IsConst) const;
  Change ofArguments(const clang::FunctionDecl &Callee,
                     llvm::ArrayRef<const clang::Expr *> Arguments) const;
  bool mayTouch(const clang::FunctionDecl &Callee, unsigned Depth) const;

  const Lookup First;
  const llvm::ArrayRef<Lookup> Same;
  TranslationUnit &TU;
  const FunctionAnalysis &Analysis;
  Owner Map = Owner::Foreign, Key = Owner::Foreign;
  /// The member of this class that the map or the key is, or lies in.
  llvm::SmallVector<const clang::ValueDecl *, 2> Members;
  /// What may change something at all, and how.
  llvm::SmallVector<std::pair<const clang::Stmt *, Change>, 16> Changes;
};

} // namespace slowpath

#endif
