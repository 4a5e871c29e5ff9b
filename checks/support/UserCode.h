// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_USERCODE_H
#define SLOWPATH_CHECKS_SUPPORT_USERCODE_H

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include <string>

namespace slowpath {

/// Tells the files of the user's project from those of libraries, many of which
/// are not system headers: builds name their folders with -I as well as with
/// -isystem.
///
/// Whose a file is, is told from where it is: in which repository (`.git` and
/// its like), below which folder of other people's code (`third_party/x`), and
/// below which folder that packages are installed to (`/usr`). What belongs
/// together with the main file is the user's. Each file and each folder is
/// looked at once.
class UserCode {
public:
  /// SM must outlive this object and have a main file.
  explicit UserCode(const clang::SourceManager &SM) : SM(SM) {}

  /// Is Loc, or the expansion it is part of, in a file of the user's? False for
  /// places in no file.
  bool contains(clang::SourceLocation Loc);

  /// Did a program write the file of Loc? Told from its name (`store.pb.cc`,
  /// `moc_store.cpp`), or from a comment that says so at its beginning.
  bool isGenerated(clang::SourceLocation Loc);

private:
  bool isUserFile(clang::FileID File);
  /// The folder whose files belong together with Path; empty if unknown.
  std::string ownerOf(llvm::StringRef Path);
  /// The nearest folder from Folder upwards that is a repository, or "".
  llvm::StringRef repositoryOf(llvm::StringRef Folder);

  const clang::SourceManager &SM;
  llvm::DenseMap<clang::FileID, bool> Files;
  llvm::DenseMap<clang::FileID, bool> Generated;
  llvm::StringMap<std::string> Repositories;
};

} // namespace slowpath

#endif
