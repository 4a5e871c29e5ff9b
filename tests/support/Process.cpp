// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/Process.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace slowpath::test {

ProcessResult run(llvm::ArrayRef<std::string> Command,
                  const ProcessOptions &Options) {
  ProcessResult Result;
  TemporaryFolder Streams("slowpath-streams");
  const std::string Out = Streams.file("out");
  const std::string Err = Streams.file("err");

  // env(1) sets directory and environment: LLVM's process API can only
  // replace the whole environment, and cannot change the directory.
  std::vector<std::string> Whole = {"env"};
  if (!Options.Directory.empty()) {
    Whole.push_back("-C");
    Whole.push_back(Options.Directory);
  }
  for (const std::string &Name : Options.Unset) {
    Whole.push_back("-u");
    Whole.push_back(Name);
  }
  Whole.insert(Whole.end(), Options.Environment.begin(),
               Options.Environment.end());
  Whole.insert(Whole.end(), Command.begin(), Command.end());

  llvm::ErrorOr<std::string> Env = llvm::sys::findProgramByName("env");
  if (!Env) {
    Result.Problem = "env(1) is not in PATH";
    return Result;
  }
  std::vector<llvm::StringRef> Arguments(Whole.begin(), Whole.end());
  std::optional<llvm::StringRef> Redirects[] = {
      llvm::StringRef(""), llvm::StringRef(Out), llvm::StringRef(Err)};
  Result.Status = llvm::sys::ExecuteAndWait(*Env, Arguments, std::nullopt,
                                            Redirects, Options.TimeoutSeconds,
                                            /*MemoryLimit=*/0, &Result.Problem);
  if (auto Buffer = llvm::MemoryBuffer::getFile(Out))
    Result.Out = (*Buffer)->getBuffer().str();
  if (auto Buffer = llvm::MemoryBuffer::getFile(Err))
    Result.Err = (*Buffer)->getBuffer().str();
  return Result;
}

std::string readFile(const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer) {
    ADD_FAILURE() << Path << ": " << Buffer.getError().message();
    return "";
  }
  return (*Buffer)->getBuffer().str();
}

void writeFile(const std::string &Path, llvm::StringRef Text) {
  std::error_code Error =
      llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
  ASSERT_FALSE(Error) << Path << ": " << Error.message();
  llvm::raw_fd_ostream Stream(Path, Error);
  ASSERT_FALSE(Error) << Path << ": " << Error.message();
  Stream << Text;
  Stream.close();
  ASSERT_FALSE(Stream.has_error()) << Path << ": " << Stream.error().message();
}

TemporaryFolder::TemporaryFolder(llvm::StringRef Prefix) {
  llvm::SmallString<128> Created;
  if (std::error_code Error =
          llvm::sys::fs::createUniqueDirectory(Prefix, Created)) {
    ADD_FAILURE() << "no temporary folder: " << Error.message();
    return;
  }
  Path = Created.str().str();
}

TemporaryFolder::~TemporaryFolder() {
  if (!Path.empty())
    (void)llvm::sys::fs::remove_directories(Path);
}

} // namespace slowpath::test
