// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_TESTCODE_H
#define SLOWPATH_CHECKS_SUPPORT_TESTCODE_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/StringRef.h"

namespace slowpath {

/// Is Function the body of a test, a benchmark or a fuzz target (GoogleTest,
/// Google Benchmark, Catch2, doctest, Qt Test, libFuzzer)? Such code repeats
/// expensive operations on purpose.
bool isTestFunction(const clang::FunctionDecl &Function);

/// Is File, an absolute path, a test, a benchmark or one of many examples by
/// the convention of its name (`foo_test.cpp`, `BenchFoo.cpp`) or of a folder
/// between it and the root of its project (`tests/`, `benchmark/`)? The root is
/// the nearest ancestor with a `.git`; without one, only the two nearest
/// folders count.
bool isTestFile(llvm::StringRef File);

} // namespace slowpath

#endif
