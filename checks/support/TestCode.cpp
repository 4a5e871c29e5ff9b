// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TestCode.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace slowpath {
namespace {

/// Of versions 3, 2 and 1.
bool isCatchName(llvm::StringRef Name) {
  return Name.starts_with("CATCH2_INTERNAL_TE") ||
         Name.starts_with("C_A_T_C_H_T_E_") ||
         Name.starts_with("____C_A_T_C_H____T_E_S_T____");
}

/// A Qt test: an object in a file that knows QTest::qExec, which runs the slots
/// of one.
bool isQtTest(const clang::CXXRecordDecl &Record) {
  clang::ASTContext &Context = Record.getASTContext();
  const auto Namespaces =
      Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("QTest"));
  return llvm::any_of(
             Namespaces,
             [&](clang::NamedDecl *Named) {
               const auto *Namespace =
                   llvm::dyn_cast<clang::NamespaceDecl>(Named);
               return Namespace &&
                      !Namespace->lookup(&Context.Idents.get("qExec")).empty();
             }) &&
         isOrDerivesFrom(Context.getCanonicalTagType(&Record), "QObject");
}

bool isTestClass(const clang::CXXRecordDecl &Class) {
  // TEST_CASE_METHOD of Catch2 makes a class with a name of its own.
  const auto *Identifier = Class.getIdentifier();
  return (Identifier && isCatchName(Identifier->getName())) ||
         isOrDerivesFrom(Class.getASTContext().getCanonicalTagType(&Class),
                         "testing::Test") ||
         isQtTest(Class);
}

bool isTestFolder(llvm::StringRef Name) {
  static constexpr llvm::StringRef Names[] = {
      "test",    "tests",      "testing", "unittest", "unittests", "gtest",
      "bench",   "benchmarks", "fuzz",    "fuzzing",  "benchmark", "fuzzer",
      "fuzzers", "mock",       "mocks",   "examples"};
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
  if (Name == "LLVMFuzzerTestOneInput" || isCatchName(Name) ||
      Name.starts_with("DOCTEST_ANON_FUNC_"))
    return true;
  // A fixture's own functions, too.
  if (const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Function);
      Method && isTestClass(*Method->getParent()))
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
