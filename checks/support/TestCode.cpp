// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TestCode.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace slowpath {
namespace {

bool derivesFromGoogleTest(const clang::CXXRecordDecl &Record) {
  if (Record.getQualifiedNameAsString() == "testing::Test")
    return true;
  return Record.hasDefinition() &&
         llvm::any_of(Record.bases(), [](const clang::CXXBaseSpecifier &Base) {
           const auto *Parent = Base.getType()->getAsCXXRecordDecl();
           return Parent && derivesFromGoogleTest(*Parent);
         });
}

bool isTestFolder(llvm::StringRef Name) {
  static constexpr llvm::StringRef Names[] = {
      "test",      "tests",  "testing",    "unittest", "unittests",
      "gtest",     "bench",  "benchmarks", "fuzz",     "fuzzing",
      "benchmark", "fuzzer", "fuzzers",    "mock",     "mocks"};
  return llvm::any_of(
      Names, [&](llvm::StringRef N) { return Name.equals_insensitive(N); });
}

bool isTestStem(llvm::StringRef Stem) {
  for (llvm::StringRef Word :
       {"test", "tests", "unittest", "bench", "benchmark", "fuzz", "fuzzer"})
    if (Stem.equals_insensitive(Word) ||
        Stem.ends_with_insensitive(("_" + Word).str()) ||
        Stem.starts_with_insensitive((Word + "_").str()))
      return true;
  return Stem.ends_with("Test") || Stem.ends_with("Tests") ||
         Stem.ends_with("Benchmark");
}

} // namespace

bool isTestFunction(const clang::FunctionDecl &Function) {
  const auto *Identifier = Function.getIdentifier();
  const llvm::StringRef Name = Identifier ? Identifier->getName() : "";
  if (Name == "LLVMFuzzerTestOneInput" ||
      Name.starts_with("CATCH2_INTERNAL_TEST_") ||
      Name.starts_with("DOCTEST_ANON_FUNC_"))
    return true;
  // A fixture's own functions, too.
  if (const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Function);
      Method && derivesFromGoogleTest(*Method->getParent()))
    return true;
  return llvm::any_of(Function.parameters(), [](const clang::ParmVarDecl *P) {
    const auto *Record =
        P->getType().getNonReferenceType()->getAsCXXRecordDecl();
    return Record && Record->getQualifiedNameAsString() == "benchmark::State";
  });
}

bool isTestFile(llvm::StringRef File) {
  namespace path = llvm::sys::path;
  if (isTestStem(path::stem(File)))
    return true;
  llvm::StringRef Root;
  for (llvm::StringRef Dir = path::parent_path(File); !Dir.empty();
       Dir = path::parent_path(Dir)) {
    llvm::SmallString<256> Git(Dir);
    path::append(Git, ".git");
    if (llvm::sys::fs::exists(Git)) {
      Root = Dir;
      break;
    }
    if (path::parent_path(Dir) == Dir)
      break;
  }
  unsigned Folders = 0;
  for (llvm::StringRef Dir = path::parent_path(File);
       !Dir.empty() && Dir != Root && path::has_relative_path(Dir) &&
       (!Root.empty() || Folders < 2);
       Dir = path::parent_path(Dir), ++Folders)
    if (isTestFolder(path::filename(Dir)))
      return true;
  return false;
}

} // namespace slowpath
