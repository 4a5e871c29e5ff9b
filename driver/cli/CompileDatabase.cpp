// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/CompileDatabase.h"
#include "driver/cli/Paths.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <filesystem>
#include <fmt/format.h>

namespace slowpath::cli {

namespace fs = std::filesystem;
namespace tooling = clang::tooling;

/// Databases list assembly, resources and shaders, too.
static bool isSourceForClang(const tooling::CompileCommand &Command) {
  if (llvm::any_of(Command.CommandLine, [](llvm::StringRef Argument) {
        return Argument.starts_with("-x") || Argument.starts_with("--language");
      }))
    return true;
  llvm::StringRef Extension = llvm::sys::path::extension(Command.Filename);
  Extension.consume_front(".");
  namespace types = clang::driver::types;
  types::ID Type = types::lookupTypeForExtension(Extension);
  return Type != types::TY_INVALID && types::isAcceptedByClang(Type) &&
         types::isSrcFile(Type) && Type != types::TY_Asm &&
         Type != types::TY_PP_Asm;
}

static CompileEntry toEntry(const tooling::CompileCommand &Command,
                            const std::string &DatabaseDir) {
  CompileEntry Entry;
  Entry.Directory =
      (fs::path(DatabaseDir) / Command.Directory).lexically_normal().string();
  Entry.File = (fs::path(Entry.Directory) / Command.Filename)
                   .lexically_normal()
                   .string();
  Entry.Canonical = canonicalPath(Entry.File, "/");
  Entry.Arguments = Command.CommandLine;
  return Entry;
}

llvm::Expected<CompileDatabase> CompileDatabase::load(const std::string &Path) {
  std::string Error;
  std::unique_ptr<tooling::CompilationDatabase> Json =
      tooling::JSONCompilationDatabase::loadFromFile(
          Path, Error, tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Json)
    return llvm::createStringError(
        fmt::format("cannot read {}: {}", Path, Error));
  CompileDatabase Result;
  Result.Inferring =
      tooling::inferMissingCompileCommands(tooling::expandResponseFiles(
          std::move(Json), llvm::vfs::getRealFileSystem()));
  const std::string DatabaseDir = fs::path(Path).parent_path().string();
  llvm::StringSet<> Seen;
  for (const tooling::CompileCommand &Command :
       Result.Inferring->getAllCompileCommands()) {
    if (!isSourceForClang(Command))
      continue;
    CompileEntry Entry = toEntry(Command, DatabaseDir);
    if (Seen.insert(Entry.Canonical).second)
      Result.Entries.push_back(std::move(Entry));
  }
  return Result;
}

CompileEntry CompileDatabase::infer(const std::string &File) const {
  std::vector<tooling::CompileCommand> Commands =
      Inferring->getCompileCommands(File);
  if (Commands.empty())
    return {File, File, fs::path(File).parent_path().string(), {"clang++"}};
  return toEntry(Commands.front(), "/");
}

static bool isFile(const fs::path &Path) {
  std::error_code Error;
  return fs::is_regular_file(Path, Error);
}

/// The directories in Directory, sorted.
static std::vector<fs::path> subdirectories(const fs::path &Directory) {
  std::vector<fs::path> Result;
  std::error_code Error;
  for (fs::directory_iterator I(Directory, Error), End; !Error && I != End;
       I.increment(Error)) {
    std::error_code StatError;
    if (I->is_directory(StatError))
      Result.push_back(I->path());
  }
  llvm::sort(Result);
  return Result;
}

static bool isBuildDirectory(const fs::path &Directory) {
  const std::string Name = Directory.filename().string();
  return Name == "b" || Name.starts_with("build") || Name.starts_with("out");
}

std::vector<std::string> findDatabases(const std::string &Directory,
                                       const std::string &Root) {
  constexpr const char *Name = "compile_commands.json";
  std::vector<std::string> Found;
  for (fs::path At = Directory;; At = At.parent_path()) {
    auto Add = [&](const fs::path &In) {
      if (isFile(In / Name))
        Found.push_back((In / Name).string());
    };
    Add(At);
    std::vector<fs::path> Builds = subdirectories(At);
    llvm::erase_if(Builds,
                   [](const fs::path &D) { return !isBuildDirectory(D); });
    for (const fs::path &Build : Builds)
      Add(Build);
    // build/<preset>/ of CMake's presets.
    for (const fs::path &Build : Builds)
      for (const fs::path &Below : subdirectories(Build))
        Add(Below);
    if (!Found.empty() || At == Root || !At.has_relative_path())
      return Found;
  }
}

std::string findRepository(const std::string &Directory) {
  for (fs::path At = Directory;; At = At.parent_path()) {
    std::error_code Error;
    // A file in worktrees and submodules.
    if (fs::exists(At / ".git", Error))
      return At.string();
    if (!At.has_relative_path())
      return "";
  }
}

} // namespace slowpath::cli
