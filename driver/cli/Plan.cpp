// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Plan.h"
#include "driver/cli/CompileDatabase.h"
#include "driver/cli/Paths.h"
#include "driver/cli/SourceText.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Path.h"
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace slowpath::cli {

namespace fs = std::filesystem;
namespace types = clang::driver::types;

static types::ID typeOf(const std::string &File) {
  llvm::StringRef Extension = llvm::sys::path::extension(File);
  Extension.consume_front(".");
  return types::lookupTypeForExtension(Extension);
}

static bool isSource(const std::string &File) {
  types::ID Type = typeOf(File);
  return Type != types::TY_INVALID && types::isCXX(Type) &&
         types::isSrcFile(Type) && !types::onlyPrecompileType(Type);
}

static bool isHeader(const std::string &File) {
  types::ID Type = typeOf(File);
  return (Type != types::TY_INVALID && types::onlyPrecompileType(Type)) ||
         llvm::is_contained({".inl", ".ipp", ".tpp", ".tcc", ".inc", ".def"},
                            llvm::sys::path::extension(File));
}

namespace {

/// A path of the command line.
struct Target {
  std::string Spelled;
  std::string Canonical;
  bool IsDirectory;
};

class Planner {
public:
  explicit Planner(const Options &Opts)
      : Opts(Opts), Current(currentDirectory()) {}

  llvm::Expected<Plan> run() {
    if (llvm::Error Error = readTargets())
      return std::move(Error);
    if (llvm::Error Error = Opts.CompileArguments
                                ? planFixed(*Opts.CompileArguments)
                                : planFromDatabase())
      return std::move(Error);
    for (PlannedUnit &Unit : Result.Units) {
      Unit.Request.Root = Result.Root;
      Unit.Request.Checks = Opts.Checks;
    }
    return std::move(Result);
  }

private:
  llvm::Error readTargets();
  llvm::Error planFixed(std::vector<std::string> Command);
  llvm::Error planFromDatabase();
  llvm::Expected<CompileDatabase> openDatabase();
  llvm::Expected<CompileDatabase> load(const fs::path &Path);
  void select(const CompileDatabase &Database);
  void selectHeader(const CompileDatabase &Database, const Target &Header);
  void add(const CompileEntry &Entry, std::optional<std::string> OnlyFile);
  void missing(const Target &T, std::string Reason) {
    Result.Missing.push_back(
        {relativeTo(T.Canonical, Result.Root), std::move(Reason)});
  }

  const Options &Opts;
  const std::string Current;
  std::vector<Target> Targets;
  Plan Result;
  /// Canonical file to its place in Result.Units.
  std::map<std::string, size_t> Planned;
};

} // namespace

llvm::Error Planner::readTargets() {
  for (const std::string &Path : Opts.Paths) {
    std::error_code Error;
    fs::file_status Status = fs::status(fs::path(Current) / Path, Error);
    if (!fs::exists(Status))
      return llvm::createStringError(
          fmt::format("{}: no such file or directory", Path));
    Targets.push_back(
        {Path, canonicalPath(Path, Current), fs::is_directory(Status)});
  }
  return llvm::Error::success();
}

void Planner::add(const CompileEntry &Entry,
                  std::optional<std::string> OnlyFile) {
  auto [Known, IsNew] =
      Planned.try_emplace(Entry.Canonical, Result.Units.size());
  if (IsNew)
    Result.Units.push_back(
        {{Entry.File, Entry.Directory, Entry.Arguments, {}, {}}, {}});
  std::vector<std::string> &Only = Result.Units[Known->second].OnlyFiles;
  if (!OnlyFile)
    Only.clear();
  else if (IsNew || !Only.empty())
    Only.push_back(*OnlyFile);
}

// `slowpath check a.cpp -- -std=c++20`

static std::vector<std::string> sourcesBelow(const std::string &Directory) {
  std::vector<std::string> Sources;
  std::error_code Error;
  for (fs::recursive_directory_iterator
           I(Directory, fs::directory_options::skip_permission_denied, Error),
       End;
       !Error && I != End; I.increment(Error)) {
    std::error_code StatError;
    if (I->path().filename().string().starts_with('.') &&
        I->is_directory(StatError))
      I.disable_recursion_pending();
    else if (isSource(I->path().string()) && I->is_regular_file(StatError))
      Sources.push_back(I->path().string());
  }
  llvm::sort(Sources);
  return Sources;
}

llvm::Error Planner::planFixed(std::vector<std::string> Command) {
  if (Targets.empty())
    return llvm::createStringError(
        "compile arguments (after --) need files to apply to, as in: slowpath "
        "check a.cpp -- -std=c++20");
  Result.Root = findRepository(Current);
  if (Result.Root.empty())
    Result.Root = Current;
  // `-- g++ -std=c++20` names the compiler itself.
  if (Command.empty() || Command.front().starts_with('-'))
    Command.insert(Command.begin(), "clang++");
  for (const Target &T : Targets) {
    std::vector<std::string> Files = {T.Canonical};
    if (T.IsDirectory)
      Files = sourcesBelow(T.Canonical);
    if (Files.empty())
      missing(T, "no C++ source file in it");
    for (const std::string &File : Files)
      add({File, canonicalPath(File, "/"), Current, Command}, std::nullopt);
  }
  if (Result.Units.empty())
    return llvm::createStringError(
        fmt::format("{}: no C++ source file in it", Targets.front().Spelled));
  return llvm::Error::success();
}

// With a compile database.

/// Is this where CMake or Meson put their output, apart from the sources?
static bool isBuildTree(const fs::path &Directory) {
  auto Has = [&](const char *Name) {
    std::error_code Error;
    return fs::exists(Directory / Name, Error);
  };
  return (Has("CMakeCache.txt") && !Has("CMakeLists.txt")) ||
         (Has("meson-info") && !Has("meson.build"));
}

llvm::Expected<CompileDatabase> Planner::load(const fs::path &Path) {
  // A compile_commands.json beside the sources is often a link.
  const std::string BuildDir =
      fs::path(canonicalPath(Path.string(), "/")).parent_path().string();
  const bool IsAskedFor = llvm::any_of(
      Targets, [&](const Target &T) { return isBelow(T.Canonical, BuildDir); });
  if (!IsAskedFor && isBuildTree(BuildDir))
    Result.GeneratedDir = BuildDir;
  return CompileDatabase::load(Path.string());
}

llvm::Expected<CompileDatabase> Planner::openDatabase() {
  if (Opts.BuildDir) {
    fs::path Path = fs::path(Current) / *Opts.BuildDir;
    std::error_code Error;
    if (fs::is_directory(Path, Error))
      Path /= "compile_commands.json";
    if (!fs::is_regular_file(Path, Error))
      return llvm::createStringError(
          fmt::format("there is no compile_commands.json in {} (given with -p)",
                      *Opts.BuildDir));
    Result.Root =
        findRepository(canonicalPath(Path.parent_path().string(), "/"));
    return load(Path.lexically_normal());
  }

  std::vector<std::string> Starts;
  if (!Targets.empty()) {
    const Target &First = Targets.front();
    Starts.push_back(First.IsDirectory
                         ? First.Canonical
                         : fs::path(First.Canonical).parent_path().string());
  }
  Starts.push_back(Current);
  for (const std::string &Start : Starts) {
    const std::string Repository = findRepository(Start);
    std::vector<std::string> Found = findDatabases(Start, Repository);
    if (Found.empty())
      continue;
    Result.Root = Repository;
    if (Found.size() > 1)
      Result.Remarks.push_back(
          fmt::format("{} compile databases found, using {} (choose with -p)",
                      Found.size(), relativeTo(Found.front(), Current)));
    return load(Found.front());
  }
  return llvm::createStringError(
      "no compile_commands.json here, in a directory above, or in their "
      "build*/, b/ or out*/\n"
      "  with CMake:  cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON\n"
      "  with Meson:  meson setup build\n"
      "  otherwise:   bear -- make\n"
      "or name the build directory (slowpath check -p DIR), or give the "
      "compile "
      "arguments yourself:\n"
      "  slowpath check a.cpp -- -std=c++20");
}

llvm::Error Planner::planFromDatabase() {
  llvm::Expected<CompileDatabase> Database = openDatabase();
  if (!Database)
    return Database.takeError();
  if (Result.Root.empty())
    Result.Root = findRepository(Current);
  if (Result.Root.empty())
    Result.Root = Current;
  if (Database->entries().empty())
    return llvm::createStringError("the compile database lists no C or C++ "
                                   "source: configure the project again");
  select(*Database);
  if (!Result.Units.empty())
    return llvm::Error::success();
  std::string Message = "nothing to check";
  for (const UnitError &Missing : Result.Missing)
    Message += fmt::format("\n  {}: {}", Missing.File, Missing.Reason);
  return llvm::createStringError(Message);
}

void Planner::select(const CompileDatabase &Database) {
  if (Targets.empty())
    for (const CompileEntry &Entry : Database.entries())
      add(Entry, std::nullopt);
  for (const Target &T : Targets) {
    bool IsKnown = false;
    for (const CompileEntry &Entry : Database.entries())
      if (T.IsDirectory ? isBelow(Entry.Canonical, T.Canonical)
                        : Entry.Canonical == T.Canonical) {
        add(Entry, std::nullopt);
        IsKnown = true;
      }
    if (IsKnown)
      continue;
    if (T.IsDirectory)
      missing(T, "no translation unit of the compile database is in it");
    else if (isHeader(T.Canonical))
      selectHeader(Database, T);
    else
      missing(T, "no compile command for it in the compile database");
  }
}

/// Does the text of a source name the header in an #include?
static bool includes(const SourceText &Source, llvm::StringRef Header) {
  for (unsigned Line = 1; Line <= Source.lines(); ++Line) {
    llvm::StringRef Text = Source.line(Line);
    Text = Text.ltrim();
    if (!Text.consume_front("#") || !Text.ltrim().starts_with("include"))
      continue;
    llvm::StringRef Name = Text.substr(Text.find_first_of("\"<") + 1);
    Name = Name.take_until([](char C) { return C == '"' || C == '>'; });
    if (llvm::sys::path::filename(Name) == Header)
      return true;
  }
  return false;
}

/// A header is analysed in a unit that includes it, best the one of its own
/// name; alone, with the flags of a similar file, when none seems to.
void Planner::selectHeader(const CompileDatabase &Database,
                           const Target &Header) {
  llvm::StringRef Name = llvm::sys::path::filename(Header.Canonical);
  llvm::StringRef Stem = llvm::sys::path::stem(Header.Canonical);
  const CompileEntry *Best = nullptr;
  for (const CompileEntry &Entry : Database.entries()) {
    bool IsNamesake = llvm::sys::path::stem(Entry.Canonical) == Stem;
    if (Best && !IsNamesake)
      continue;
    SourceCache Sources;
    if (!includes(Sources.get(Entry.Canonical), Name))
      continue;
    Best = &Entry;
    if (IsNamesake)
      break;
  }
  if (Best) {
    add(*Best, Header.Canonical);
    return;
  }
  CompileEntry Alone = Database.infer(Header.Canonical);
  Alone.File = Alone.Canonical = Header.Canonical;
  add(Alone, std::nullopt);
}

llvm::Expected<Plan> makePlan(const Options &Opts) {
  return Planner(Opts).run();
}

} // namespace slowpath::cli
