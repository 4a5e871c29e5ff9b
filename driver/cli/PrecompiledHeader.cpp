// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/PrecompiledHeader.h"
#include "clang/Basic/FileManager.h"
#include "clang/Serialization/ASTReader.h"
#include "clang/Serialization/ModuleCache.h"
#include "llvm/Support/Chrono.h"

namespace slowpath::cli {

namespace {

/// Collects the input files of a precompiled header as long as none has
/// changed. Clang looks at fewer of them: not at those of the system, and with
/// -fno-pch-timestamp only at sizes.
class InputFiles : public clang::ASTReaderListener {
public:
  InputFiles(llvm::vfs::FileSystem &Disk, llvm::sys::TimePoint<> Made)
      : Disk(Disk), Made(Made) {}

  bool needsInputFileVisitation() override { return true; }
  bool needsSystemInputFileVisitation() override { return true; }

  bool visitInputFileAsRequested(llvm::StringRef, llvm::StringRef File,
                                 bool /*IsSystem*/, bool IsOverridden,
                                 time_t StoredTime,
                                 bool /*IsExplicitModule*/) override {
    llvm::ErrorOr<llvm::vfs::Status> Status = Disk.status(File);
    if (!Status || IsOverridden) {
      AreCurrent = false;
      return false;
    }
    const llvm::sys::TimePoint<> Changed = Status->getLastModificationTime();
    AreCurrent = StoredTime != 0 ? llvm::sys::toTimeT(Changed) == StoredTime
                                 : Changed <= Made;
    Names.push_back(File.str());
    return AreCurrent;
  }

  bool AreCurrent = true;
  std::vector<std::string> Names;

private:
  llvm::vfs::FileSystem &Disk;
  llvm::sys::TimePoint<> Made;
};

} // namespace

std::optional<std::vector<std::string>>
precompiledFiles(llvm::StringRef Path, clang::FileManager &Files,
                 const clang::PCHContainerReader &Reader) {
  llvm::vfs::FileSystem &Disk = Files.getVirtualFileSystem();
  llvm::ErrorOr<llvm::vfs::Status> Status = Disk.status(Path);
  if (!Status || !Status->isRegularFile())
    return std::nullopt;
  InputFiles Inputs(Disk, Status->getLastModificationTime());
  const std::shared_ptr<clang::ModuleCache> Modules =
      clang::createCrossProcessModuleCache();
  if (clang::ASTReader::readASTFileControlBlock(
          Path, Files, *Modules, Reader, /*FindModuleFileExtensions=*/false,
          Inputs, /*ValidateDiagnosticOptions=*/false) ||
      !Inputs.AreCurrent)
    return std::nullopt;
  return std::move(Inputs.Names);
}

} // namespace slowpath::cli
