// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_CALLSHAPE_H
#define SLOWPATH_CHECKS_MODELS_CALLSHAPE_H

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>
#include <string>

namespace slowpath {

/// The last component of a row's name: what a declaration is looked up by.
std::string lookupName(const clang::NamedDecl &D);

/// Is Path ("::pqxx::internal") the name of DC, inline namespaces and template
/// arguments left out? The global scope is "".
bool isNamed(const clang::DeclContext *DC, llvm::StringRef Path);

/// A call, construction or destruction, whatever its syntax.
struct CallShape {
  /// The function, or the constant object whose call operator is meant.
  const clang::NamedDecl *Callee = nullptr;
  /// The static type of the object a method is called on, or null.
  const clang::CXXRecordDecl *Class = nullptr;
  const clang::Expr *Object = nullptr;
  /// The explicit and default arguments, without the object of an operator.
  llvm::ArrayRef<const clang::Expr *> Args;
  /// std::make_unique<T>(…): constructs T, the callee is not a constructor.
  bool MakesClass = false;

  unsigned explicitArgs() const {
    return static_cast<unsigned>(
        llvm::count_if(Args, [](const clang::Expr *Arg) {
          return !llvm::isa<clang::CXXDefaultArgExpr>(Arg);
        }));
  }
  const clang::Expr *arg(unsigned I) const {
    return I < Args.size() && !llvm::isa<clang::CXXDefaultArgExpr>(Args[I])
               ? Args[I]
               : nullptr;
  }
};

/// The call that E is, or nothing: not a call, or its callee is not known.
std::optional<CallShape> shapeOf(const clang::Expr &E);

} // namespace slowpath

#endif
