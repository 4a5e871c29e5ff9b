// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/UserCode.h"
#include "clang/Basic/FileManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace slowpath {
namespace {

namespace path = llvm::sys::path;

/// Folders of other people's code inside of a project.
constexpr llvm::StringLiteral VendorFolders[] = {
    "third_party", "third-party", "thirdparty",   "3rdparty",
    "3rd_party",   "3rd-party",   "external",     "externals",
    "extern",      "vendor",      "vendored",     "deps",
    "_deps",       "subprojects", "node_modules", "vcpkg_installed",
    ".conan",      ".conan2"};

/// Where packages are installed to.
constexpr llvm::StringLiteral InstallFolders[] = {
    "/usr/", "/opt/", "/nix/store/", "/Library/", "/Applications/"};

constexpr llvm::StringLiteral RepositoryMarks[] = {".git", ".hg", ".svn",
                                                   ".jj"};

llvm::StringRef installFolder(llvm::StringRef Path) {
  const auto *Found = llvm::find_if(InstallFolders, [&](llvm::StringRef Each) {
    return Path.starts_with(Each);
  });
  return Found == std::end(InstallFolders) ? llvm::StringRef()
                                           : llvm::StringRef(*Found);
}

/// "/p/third_party/zlib" of "/p/third_party/zlib/src/zlib.h", or "".
llvm::StringRef vendorFolder(llvm::StringRef Path) {
  const llvm::StringRef Folder = path::parent_path(Path);
  llvm::StringRef Inner;
  for (llvm::StringRef At = Folder; !At.empty() && At != path::root_path(At);
       Inner = At, At = path::parent_path(At))
    if (llvm::is_contained(VendorFolders, path::filename(At)))
      return Inner.empty() ? At : Inner;
  return {};
}

} // namespace

bool UserCode::contains(SourceLocation Loc) {
  if (Loc.isInvalid())
    return false;
  const SourceLocation At = SM.getExpansionLoc(Loc);
  if (SM.isInSystemHeader(At))
    return false;
  const FileID File = SM.getFileID(At);
  if (File == SM.getMainFileID())
    return true;
  const auto [Known, IsNew] = Files.try_emplace(File, false);
  if (IsNew) {
    const bool IsUser = isUserFile(File);
    Files[File] = IsUser;
    return IsUser;
  }
  return Known->second;
}

bool UserCode::isUserFile(FileID File) {
  const auto PathOf = [&](FileID Each) {
    llvm::SmallString<256> Path;
    if (const OptionalFileEntryRef Entry = SM.getFileEntryRefForID(Each)) {
      Path = Entry->getName();
      SM.getFileManager().makeAbsolutePath(Path);
      path::remove_dots(Path, /*remove_dot_dot=*/true);
    }
    return Path;
  };
  const auto Main = PathOf(SM.getMainFileID()), Header = PathOf(File);
  if (Header.empty())
    return false; // macros of the command line, and buffers
  return installFolder(Main) == installFolder(Header) &&
         ownerOf(Main) == ownerOf(Header);
}

std::string UserCode::ownerOf(llvm::StringRef Path) {
  const llvm::StringRef Repository = repositoryOf(path::parent_path(Path));
  const llvm::StringRef Vendor = vendorFolder(Path);
  // The inner of the two decides: a submodule in third_party is a repository of
  // its own, and a repository may lie below a folder named "external".
  return (Vendor.size() > Repository.size() ? Vendor : Repository).str();
}

llvm::StringRef UserCode::repositoryOf(llvm::StringRef Folder) {
  const auto Known = Repositories.find(Folder);
  if (Known != Repositories.end())
    return Known->second;
  llvm::vfs::FileSystem &Disk = SM.getFileManager().getVirtualFileSystem();
  const bool IsRepository =
      llvm::any_of(RepositoryMarks, [&](llvm::StringRef Mark) {
        llvm::SmallString<256> Path(Folder);
        path::append(Path, Mark);
        return Disk.exists(Path);
      });
  std::string Found;
  if (IsRepository)
    Found = Folder.str();
  else if (const llvm::StringRef Up = path::parent_path(Folder); !Up.empty())
    Found = repositoryOf(Up).str();
  return Repositories.try_emplace(Folder, std::move(Found)).first->second;
}

} // namespace slowpath
