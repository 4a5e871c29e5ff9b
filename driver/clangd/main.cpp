// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clangd with slowpath's checks in it. Everything clangd does, this does: the
// differences are here (where Clang's builtin headers are) and in
// ClangdHooks.cpp (how slowpath's checks are treated).
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <string>

namespace clang::clangd {
// Distributions ship clangd's archives without its headers.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

namespace {

/// Did the user say where the builtin headers are? clangd reads CLANGD_FLAGS
/// like further arguments and rejects an option given twice.
bool namesResourceDir(llvm::ArrayRef<char *> Args) {
  for (llvm::StringRef Arg : Args) {
    llvm::StringRef Name = Arg.split('=').first;
    if (Name == "--resource-dir" || Name == "-resource-dir")
      return true;
  }
  auto Flags = llvm::sys::Process::GetEnv("CLANGD_FLAGS");
  return Flags && Flags->find("-resource-dir") != std::string::npos;
}

/// clangd looks for the headers relative to its executable, which is right for
/// an installation into LLVM's prefix and wrong for a build directory.
bool headersStandBeside(const std::string &Executable) {
  llvm::SmallString<128> Dir(
      llvm::sys::path::parent_path(llvm::sys::path::parent_path(Executable)));
  llvm::sys::path::append(
      Dir, "lib", "clang",
      llvm::sys::path::filename(SLOWPATH_CLANG_RESOURCE_DIR));
  return llvm::sys::fs::is_directory(Dir);
}

} // namespace

int main(int Argc, char *Argv[]) {
  llvm::SmallVector<char *, 16> Args(Argv, Argv + Argc);
  std::string ResourceDir = "--resource-dir=" SLOWPATH_CLANG_RESOURCE_DIR;
  // An address in this program, for systems without /proc.
  void *MainAddress = reinterpret_cast<void *>(&headersStandBeside);
  if (!namesResourceDir(Args) &&
      !headersStandBeside(
          llvm::sys::fs::getMainExecutable(Argv[0], MainAddress)))
    Args.insert(Args.begin() + 1, ResourceDir.data());
  Args.push_back(nullptr);
  return clang::clangd::clangdMain(static_cast<int>(Args.size()) - 1,
                                   Args.data());
}
