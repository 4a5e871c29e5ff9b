// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_TESTUNIT_H
#define SLOWPATH_TESTS_SUPPORT_TESTUNIT_H

#include "checks/support/TranslationUnit.h"
#include "clang/Frontend/ASTUnit.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <string>
#include <vector>

namespace slowpath::test {

/// Code parsed in this process, its places found by marks in it:
///
///   bool hit(int);              marks a statement: `hit(1);`
///   value(int, const T &);      marks an expression: `value(2, v.size());`
///   bool cond();                is a condition nobody can predict.
///
/// These are declared before the code. Compile errors fail the running test
/// unless they are expected.
class TestUnit {
public:
  enum class Errors { Fail, Expected };

  explicit TestUnit(llvm::StringRef Code, std::vector<std::string> Args = {},
                    Errors Handling = Errors::Fail);
  ~TestUnit();

  TranslationUnit &unit() { return *Unit; }
  clang::ASTContext &context();

  /// The call `hit(Mark)`. Ends the program if the code has none.
  const clang::CallExpr &hit(int Mark) const;
  /// The second argument of `value(Mark, …)`, without implicit nodes.
  const clang::Expr &value(int Mark) const;
  /// The variable or parameter of that name, the first one in the source.
  const clang::VarDecl &variable(llvm::StringRef Name) const;
  /// The function of that name that has a body, the first one in the source.
  const clang::FunctionDecl &function(llvm::StringRef Name) const;

  /// The analysis of the function or lambda around `hit(Mark)`.
  FunctionAnalysis &analysis(int Mark);
  /// The innermost loop around `hit(Mark)`, or null.
  const Loop *loop(int Mark);

private:
  class Collector;

  std::unique_ptr<clang::ASTUnit> AST;
  std::shared_ptr<TranslationUnit> Unit;
  llvm::DenseMap<int, const clang::CallExpr *> Hits;
  llvm::DenseMap<int, const clang::Expr *> Values;
  llvm::StringMap<const clang::VarDecl *> Variables;
  llvm::StringMap<const clang::FunctionDecl *> Functions;
};

} // namespace slowpath::test

#endif
