// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contract of checks/support/UserCode.h.
#include "checks/support/UserCode.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gtest/gtest.h"

using namespace clang;

namespace slowpath::test {
namespace {

/// Is Header the user's when Main is linted, on a disk with these files too?
bool isUser(const std::string &Main, const std::string &Header,
            const std::vector<std::string> &Others = {},
            SrcMgr::CharacteristicKind Kind = SrcMgr::C_User) {
  auto Disk = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  const auto Add = [&](const std::string &Path) {
    Disk->addFile(Path, 0, llvm::MemoryBuffer::getMemBufferCopy("int x;"));
  };
  Add(Main);
  Add(Header);
  for (const std::string &Other : Others)
    Add(Other);
  DiagnosticOptions Options;
  DiagnosticsEngine Diagnostics(DiagnosticIDs::create(), Options,
                                new IgnoringDiagConsumer);
  FileManager Files({}, Disk);
  SourceManager SM(Diagnostics, Files);
  SM.setMainFileID(SM.createFileID(cantFail(Files.getFileRef(Main)),
                                   SourceLocation(), SrcMgr::C_User));
  const FileID Included = SM.createFileID(cantFail(Files.getFileRef(Header)),
                                          SourceLocation(), Kind);
  UserCode Code(SM);
  EXPECT_TRUE(Code.contains(SM.getLocForStartOfFile(SM.getMainFileID())));
  const bool First = Code.contains(SM.getLocForStartOfFile(Included));
  EXPECT_EQ(Code.contains(SM.getLocForStartOfFile(Included)), First)
      << "remembered wrongly";
  return First;
}

TEST(UserCodeTest, SystemHeadersAreLibraries) {
  EXPECT_FALSE(isUser("/p/a.cpp", "/p/a.h", {}, SrcMgr::C_System));
  EXPECT_TRUE(isUser("/p/a.cpp", "/p/a.h"));
}

TEST(UserCodeTest, WithoutARepositoryWhatIsNotInstalledIsTheUsers) {
  EXPECT_TRUE(isUser("/p/src/a.cpp", "/p/include/a.h"));
  EXPECT_TRUE(isUser("/p/src/a.cpp", "/q/a.h"));
  EXPECT_FALSE(isUser("/p/src/a.cpp", "/usr/include/qt5/QtCore/qlist.h"));
  EXPECT_FALSE(isUser("/p/src/a.cpp", "/opt/boost/include/boost/any.hpp"));
}

TEST(UserCodeTest, ProjectsBelowInstallFolders) {
  EXPECT_TRUE(isUser("/opt/p/src/a.cpp", "/opt/p/src/a.h"));
  EXPECT_FALSE(isUser("/opt/p/src/a.cpp", "/usr/include/a.h"));
  EXPECT_FALSE(
      isUser("/usr/src/p/a.cpp", "/usr/include/a.h", {"/usr/src/p/.git/HEAD"}));
}

TEST(UserCodeTest, TheRepositoryOfTheMainFileIsTheUsers) {
  for (const char *Mark : {".git", ".hg", ".svn", ".jj"}) {
    const std::vector<std::string> Disk = {std::string("/p/") + Mark + "/x"};
    EXPECT_TRUE(isUser("/p/src/deep/a.cpp", "/p/include/a.h", Disk)) << Mark;
    EXPECT_FALSE(isUser("/p/src/deep/a.cpp", "/q/include/a.h", Disk)) << Mark;
    EXPECT_FALSE(isUser("/p/src/deep/a.cpp", "/pq/a.h", Disk)) << Mark;
  }
  EXPECT_TRUE(isUser("/p/src/../src/a.cpp", "/p/./x/../a.h", {"/p/.git"}))
      << "a worktree's .git is a file, and paths need not be normal";
}

TEST(UserCodeTest, OtherRepositoriesAreLibraries) {
  EXPECT_FALSE(isUser("/p/a.cpp", "/p/libs/fmt/fmt.h",
                      {"/p/.git/HEAD", "/p/libs/fmt/.git"}))
      << "a submodule";
  EXPECT_FALSE(isUser("/w/p/a.cpp", "/w/q/q.h", {"/w/p/.git", "/w/q/.git"}));
  EXPECT_FALSE(isUser("/p/a.cpp", "/q/q.h", {"/q/.git"}));
}

TEST(UserCodeTest, VendorFoldersAreLibraries) {
  for (const char *Folder : {"third_party", "3rdparty", "external", "vendor",
                             "deps", "build/_deps", "src/extern"}) {
    const std::string Header = std::string("/p/") + Folder + "/zlib/zlib.h";
    EXPECT_FALSE(isUser("/p/src/a.cpp", Header)) << Header;
    EXPECT_FALSE(isUser("/p/src/a.cpp", Header, {"/p/.git"})) << Header;
  }
  EXPECT_TRUE(isUser("/p/src/a.cpp", "/p/src/vendors.h"));
  EXPECT_TRUE(isUser("/p/src/a.cpp", "/p/src/external.h"));
}

TEST(UserCodeTest, AVendoredLibraryThatIsLintedItselfIsTheUsers) {
  EXPECT_TRUE(isUser("/p/third_party/zlib/src/a.cpp",
                     "/p/third_party/zlib/include/a.h", {"/p/.git"}));
  EXPECT_FALSE(isUser("/p/third_party/zlib/src/a.cpp",
                      "/p/third_party/png/png.h", {"/p/.git"}));
  EXPECT_FALSE(
      isUser("/p/third_party/zlib/src/a.cpp", "/p/include/p.h", {"/p/.git"}));
  EXPECT_TRUE(isUser("/external/p/src/a.cpp", "/external/p/include/a.h"));
}

} // namespace
} // namespace slowpath::test
