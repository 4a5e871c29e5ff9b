// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/facts/Index.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>
#include <sqlite3.h>

namespace slowpath {
namespace {

namespace path = llvm::sys::path;

/// Of the tables; an index of another one is not read.
constexpr int SchemaVersion = 2;

/// More units would take an editor too long.
constexpr size_t MaxUnits = 200;

constexpr const char *Schema = R"sql(
CREATE TABLE project(root TEXT NOT NULL);
CREATE TABLE unit(id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE,
                  changed INTEGER NOT NULL, size INTEGER NOT NULL,
                  facts BLOB NOT NULL);
CREATE TABLE definition(usr TEXT NOT NULL, unit INTEGER NOT NULL,
                        PRIMARY KEY(usr, unit)) WITHOUT ROWID;
CREATE TABLE call(usr TEXT NOT NULL, unit INTEGER NOT NULL,
                  PRIMARY KEY(usr, unit)) WITHOUT ROWID;
CREATE TABLE quiet(usr TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE trait(kind TEXT NOT NULL, library TEXT NOT NULL,
                   PRIMARY KEY(kind, library)) WITHOUT ROWID;
)sql";

/// A prepared statement that is finalised, and reset before each use.
class Statement {
public:
  Statement(sqlite3 *Db, const char *Sql) {
    if (sqlite3_prepare_v2(Db, Sql, -1, &Handle, nullptr) != SQLITE_OK)
      Handle = nullptr;
  }
  ~Statement() { sqlite3_finalize(Handle); }
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;

  template <typename... Values> Statement &bind(const Values &...All) {
    sqlite3_reset(Handle);
    int Index = 0;
    (bindOne(++Index, All), ...);
    return *this;
  }
  bool step() { return sqlite3_step(Handle) == SQLITE_ROW; }
  bool run() { return sqlite3_step(Handle) == SQLITE_DONE; }

  int64_t number(int Column) { return sqlite3_column_int64(Handle, Column); }
  llvm::StringRef text(int Column) {
    const auto *Data =
        static_cast<const char *>(sqlite3_column_blob(Handle, Column));
    return {Data, static_cast<size_t>(sqlite3_column_bytes(Handle, Column))};
  }

private:
  void bindOne(int Index, int64_t Value) {
    sqlite3_bind_int64(Handle, Index, Value);
  }
  void bindOne(int Index, llvm::StringRef Text) {
    sqlite3_bind_text(Handle, Index, Text.data(), static_cast<int>(Text.size()),
                      SQLITE_TRANSIENT);
  }
  void bindOne(int Index, const llvm::SmallVectorImpl<uint8_t> &Bytes) {
    sqlite3_bind_blob(Handle, Index, Bytes.data(),
                      static_cast<int>(Bytes.size()), SQLITE_TRANSIENT);
  }

  sqlite3_stmt *Handle = nullptr;
};

/// When a file was changed, in nanoseconds since 1970, and its size; zeros if
/// there is none.
std::pair<int64_t, int64_t> stateOf(const std::string &File) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(File, Status))
    return {0, 0};
  return {Status.getLastModificationTime().time_since_epoch().count(),
          static_cast<int64_t>(Status.getSize())};
}

std::string absolute(llvm::StringRef File, llvm::StringRef Root) {
  llvm::SmallString<256> Path(File);
  path::make_absolute(Root, Path);
  path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

std::optional<facts::Unit> unpacked(llvm::StringRef Packed) {
  // As for files of facts: the size, then what zstd has made of them.
  facts::Unit Unit;
  llvm::SmallVector<uint8_t, 0> Plain;
  size_t Size = 0;
  const auto [Number, Bytes] = Packed.split(' ');
  if (Number.getAsInteger(10, Size))
    return std::nullopt;
  if (llvm::Error Error = llvm::compression::zstd::decompress(
          llvm::arrayRefFromStringRef(Bytes), Plain, Size)) {
    llvm::consumeError(std::move(Error));
    return std::nullopt;
  }
  if (!Unit.ParseFromArray(Plain.data(), static_cast<int>(Plain.size())) ||
      !isConsistent(Unit))
    return std::nullopt;
  return Unit;
}

llvm::SmallVector<uint8_t, 0> packed(const facts::Unit &Unit) {
  const std::string Plain = Unit.SerializeAsString();
  llvm::SmallVector<uint8_t, 0> Bytes;
  llvm::compression::zstd::compress(llvm::arrayRefFromStringRef(Plain), Bytes);
  const std::string Size = std::to_string(Plain.size()) + " ";
  Bytes.insert(Bytes.begin(), Size.begin(), Size.end());
  return Bytes;
}

/// The names that calls of F may use.
std::vector<std::string> namesOf(const facts::Function &F) {
  std::vector<std::string> Names(F.overrides().begin(), F.overrides().end());
  Names.push_back(F.usr());
  return Names;
}

llvm::Error failure(sqlite3 *Db, const std::string &File) {
  return llvm::createStringError("%s: %s", File.c_str(), sqlite3_errmsg(Db));
}

} // namespace

std::unique_ptr<FactsIndex> FactsIndex::open(const std::string &File) {
  sqlite3 *Db = nullptr;
  std::unique_ptr<FactsIndex> Index;
  if (sqlite3_open_v2(File.c_str(), &Db, SQLITE_OPEN_READONLY, nullptr) ==
      SQLITE_OK) {
    Statement Version(Db, "PRAGMA user_version");
    Statement Project(Db, "SELECT root FROM project");
    if (Version.step() && Version.number(0) == SchemaVersion && Project.step())
      Index.reset(new FactsIndex(nullptr, Project.text(0).str()));
  }
  if (Index)
    Index->Db = Db;
  else
    sqlite3_close(Db);
  return Index;
}

std::unique_ptr<FactsIndex> FactsIndex::findFor(llvm::StringRef Source) {
  for (llvm::StringRef At = path::parent_path(Source); !At.empty();
       At = path::parent_path(At)) {
    llvm::SmallString<256> File(At);
    path::append(File, IndexFile);
    if (llvm::sys::fs::exists(File))
      return open(File.str().str());
  }
  return nullptr;
}

FactsIndex::~FactsIndex() { sqlite3_close(Db); }

std::deque<facts::Unit> FactsIndex::around(const facts::Unit &Unit) {
  std::deque<facts::Unit> Found;
  std::set<int64_t> Seen;
  std::set<std::string> Asked;
  Statement Load(Db, "SELECT file, changed, size, facts FROM unit "
                     "WHERE id = ?1");
  Statement Definitions(Db, "SELECT unit FROM definition WHERE usr = ?1");
  Statement Calls(Db, "SELECT unit FROM call WHERE usr = ?1");
  Statement IsQuiet(Db, "SELECT 1 FROM quiet WHERE usr = ?1");
  const std::string Own = absolute(Unit.file(), Root);
  facts::Unit Quiet;

  const auto Add = [&](Statement &Where, const std::string &Usr) {
    Where.bind(llvm::StringRef(Usr));
    while (Where.step() && Found.size() < MaxUnits) {
      const int64_t Id = Where.number(0);
      if (!Seen.insert(Id).second || !Load.bind(Id).step())
        continue;
      const std::string File = absolute(Load.text(0), Root);
      if (File == Own ||
          stateOf(File) != std::pair(Load.number(1), Load.number(2)))
        continue;
      std::optional<facts::Unit> Other = unpacked(Load.text(3));
      if (!Other)
        continue;
      Other->set_file(absolute(Other->file(), Root));
      for (std::string &Each : *Other->mutable_files())
        Each = absolute(Each, Root);
      Found.push_back(std::move(*Other));
    }
  };
  const auto AddCallees = [&](const facts::Unit &Of) {
    for (const facts::Binding &Binding : Of.bindings())
      if (Asked.insert(Binding.target()).second)
        Add(Definitions, Binding.target());
    for (const facts::Function &F : Of.functions())
      for (const facts::Site &Site : F.sites())
        if (!Site.callee().empty() && Asked.insert(Site.callee()).second) {
          Add(Definitions, Site.callee());
          if (IsQuiet.bind(llvm::StringRef(Site.callee())).step())
            Quiet.add_quiet(Site.callee());
        }
  };
  // Callers first: they are few, and decide whether a transaction is open.
  std::set<std::string> AskedCallers;
  const auto AddCallers = [&](const facts::Unit &Of) {
    for (const facts::Function &F : Of.functions())
      for (const std::string &Name : namesOf(F))
        if (!F.is_internal() && AskedCallers.insert(Name).second)
          Add(Calls, Name);
  };
  AddCallers(Unit);
  AddCallees(Unit);
  for (size_t I = 0; I != Found.size(); ++I)
    AddCallees(Found[I]);
  Quiet.set_file(Own + "#quiet");
  Found.push_back(std::move(Quiet));
  return Found;
}

ProgramTraits FactsIndex::traits() {
  ProgramTraits Result;
  Statement All(Db, "SELECT kind, library FROM trait");
  while (All.step()) {
    const llvm::StringRef Kind = All.text(0);
    (Kind == "begins"       ? Result.Beginning
     : Kind == "throw away" ? Result.ThrowAway
                            : Result.Embedded)
        .insert(All.text(1).str());
  }
  return Result;
}

llvm::Error writeIndex(const std::string &Root, const Program &Linked) {
  const std::string File = absolute(IndexFile, Root);
  const llvm::StringRef Folder = path::parent_path(File);
  if (const std::error_code Error = llvm::sys::fs::create_directories(Folder))
    return llvm::createStringError(Error, "%s: %s", Folder.str().c_str(),
                                   Error.message().c_str());
  // Nobody wants it in a repository.
  if (llvm::Error Error = llvm::writeToOutput((Folder + "/.gitignore").str(),
                                              [](llvm::raw_ostream &Stream) {
                                                Stream << "*\n";
                                                return llvm::Error::success();
                                              }))
    return Error;
  const std::string New = File + ".new";
  // Of a run that was killed. What stays in the way is told by SQLite.
  (void)llvm::sys::fs::remove(New);
  sqlite3 *Db = nullptr;
  const llvm::scope_exit Close([&] { sqlite3_close(Db); });
  if (sqlite3_open(New.c_str(), &Db) != SQLITE_OK)
    return failure(Db, New);
  const auto Run = [&](const char *Sql) {
    return sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr) == SQLITE_OK;
  };
  // Nobody reads it before it has its name.
  bool Ok = Run("PRAGMA journal_mode = OFF") &&
            Run("PRAGMA synchronous = OFF") && Run("BEGIN") && Run(Schema);
  {
    Statement Project(Db, "INSERT INTO project VALUES(?1)");
    Statement AddUnit(Db, "INSERT INTO unit VALUES(?1, ?2, ?3, ?4, ?5)");
    Statement Define(Db, "INSERT OR IGNORE INTO definition VALUES(?1, ?2)");
    Statement Call(Db, "INSERT OR IGNORE INTO call VALUES(?1, ?2)");
    Statement Quiet(Db, "INSERT OR IGNORE INTO quiet VALUES(?1)");
    Statement Trait(Db, "INSERT INTO trait VALUES(?1, ?2)");
    Ok = Ok && Project.bind(llvm::StringRef(Root)).run();
    int64_t Id = 0;
    for (const facts::Unit &Unit : Linked.units()) {
      ++Id;
      const auto [Changed, Size] = stateOf(absolute(Unit.file(), Root));
      Ok = Ok && AddUnit
                     .bind(Id, llvm::StringRef(Unit.file()), Changed, Size,
                           packed(Unit))
                     .run();
      for (const facts::Function &F : Unit.functions()) {
        for (const std::string &Name : namesOf(F))
          if (!F.is_internal())
            Ok = Ok && Define.bind(llvm::StringRef(Name), Id).run();
        for (const facts::Site &Site : F.sites())
          if (!Site.callee().empty())
            Ok = Ok && Call.bind(llvm::StringRef(Site.callee()), Id).run();
      }
      // Who knows what a holder runs, defines it.
      for (const facts::Binding &Binding : Unit.bindings())
        Ok = Ok && Define.bind(llvm::StringRef(Binding.holder()), Id).run() &&
             Call.bind(llvm::StringRef(Binding.target()), Id).run();
      for (const std::string &Name : Unit.quiet())
        Ok = Ok && Quiet.bind(llvm::StringRef(Name)).run();
    }
    const ProgramTraits &Traits = Linked.traits();
    for (const auto &[Kind, Libraries] :
         {std::pair("begins", &Traits.Beginning),
          std::pair("throw away", &Traits.ThrowAway),
          std::pair("embedded", &Traits.Embedded)})
      for (const std::string &Library : *Libraries)
        Ok = Ok &&
             Trait.bind(llvm::StringRef(Kind), llvm::StringRef(Library)).run();
  }
  const std::string Version =
      "PRAGMA user_version = " + std::to_string(SchemaVersion);
  if (!Ok || !Run(Version.c_str()) || !Run("COMMIT"))
    return failure(Db, New);
  if (const std::error_code Error = llvm::sys::fs::rename(New, File))
    return llvm::createStringError(Error, "%s: %s", File.c_str(),
                                   Error.message().c_str());
  return llvm::Error::success();
}

} // namespace slowpath
