// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/PostgresServer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <pwd.h>
#include <thread>
#include <unistd.h>

namespace slowpath::test {
namespace {

/// By this name the log tells the program under test from psql.
const std::string Counted = "counted";

template <typename... Arguments>
llvm::Error error(fmt::format_string<Arguments...> Format,
                  Arguments &&...Values) {
  return llvm::createStringError(
      fmt::format(Format, std::forward<Arguments>(Values)...));
}

/// Where Debian keeps the server's programs, of the newest version; or empty.
std::string installedPrograms() {
  int Newest = 0;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator Entry("/usr/lib/postgresql", Error),
       End;
       !Error && Entry != End; Entry.increment(Error)) {
    int Version = 0;
    if (!llvm::sys::path::filename(Entry->path()).getAsInteger(10, Version) &&
        Version > Newest &&
        llvm::sys::fs::exists(Entry->path() + "/bin/initdb"))
      Newest = Version;
  }
  return Newest ? fmt::format("/usr/lib/postgresql/{}/bin", Newest) : "";
}

/// What stands before a command of the server. It refuses to run as root, and
/// ends with this process even when that crashes or is killed.
std::vector<std::string> asServer() {
  std::vector<std::string> Command = {"setpriv", "--pdeathsig=QUIT"};
  if (geteuid() == 0)
    Command.insert(Command.end(),
                   {"--reuid=postgres", "--regid=postgres", "--init-groups"});
  return Command;
}

/// Calls Holds until it returns true, or half a minute has passed.
template <typename Predicate> bool waitUntil(Predicate Holds) {
  const auto Deadline =
      std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!Holds()) {
    if (std::chrono::steady_clock::now() > Deadline)
      return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

/// Counts what the server logged of the program; returns how many of its
/// connections have ended.
int countLog(llvm::StringRef Log, PostgresServer::Counts &Into) {
  int Ended = 0;
  for (llvm::StringRef Line : llvm::split(Log, '\n')) {
    // A connection has no name yet when this is logged.
    if (Line.contains("connection authorized: ") &&
        Line.contains("application_name=" + Counted))
      ++Into.Connections;
    if (!Line.consume_front(Counted + ": LOG:  "))
      continue;
    if (Line.starts_with("statement: ") || Line.starts_with("execute "))
      ++Into.Statements;
    else if (Line.starts_with("duration: ") && Line.contains(" ms  parse "))
      ++Into.Prepares;
    else if (Line.starts_with("disconnection: "))
      ++Ended;
  }
  return Ended;
}

} // namespace

llvm::Expected<std::unique_ptr<PostgresServer>> PostgresServer::start() {
  const std::string Programs = installedPrograms();
  if (Programs.empty())
    return error("there is no PostgreSQL server in /usr/lib/postgresql: "
                 "install Debian's package 'postgresql'");
  std::unique_ptr<PostgresServer> Made(new PostgresServer(Programs));
  if (llvm::Error Error = Made->create())
    return std::move(Error);
  if (llvm::Error Error = Made->launch())
    return std::move(Error);
  return Made;
}

llvm::Error PostgresServer::create() {
  if (geteuid() == 0) {
    const passwd *User = getpwnam("postgres");
    if (!User)
      return error("there is no user 'postgres' to run the server as");
    if (chown(Folder.path().c_str(), User->pw_uid, User->pw_gid) != 0)
      return error("{}: {}", Folder.path(), std::strerror(errno));
  }
  std::vector<std::string> Command = asServer();
  Command.insert(Command.end(),
                 {Programs + "/initdb", "--pgdata=" + Folder.file("data"),
                  "--username=postgres", "--auth=trust", "--encoding=UTF8",
                  "--no-locale", "--no-sync"});
  ProcessOptions Options;
  Options.Directory = Folder.path();
  const ProcessResult Result = test::run(Command, Options);
  if (Result.Status != 0)
    return error("initdb: {}{}{}", Result.Out, Result.Err, Result.Problem);
  return llvm::Error::success();
}

llvm::Error PostgresServer::launch() {
  std::vector<std::string> Command = {"env", "-C", Folder.path()};
  llvm::append_range(Command, asServer());
  Command.insert(Command.end(), {Programs + "/postgres", "-D",
                                 Folder.file("data"), "-k", Folder.path(),
                                 // Only part of the socket's name.
                                 "-p", "5432"});
  for (const char *Setting :
       {"listen_addresses=", "log_destination=stderr", "logging_collector=off",
        "log_line_prefix=%a: ", "log_statement=all",
        // Preparations are logged with the time they took, or not at all.
        "log_min_duration_statement=0", "log_connections=on",
        "log_disconnections=on",
        // Commits on its own account.
        "autovacuum=off"}) {
    Command.push_back("-c");
    Command.push_back(Setting);
  }
  const llvm::ErrorOr<std::string> Env = llvm::sys::findProgramByName("env");
  if (!Env)
    return error("env(1) is not in PATH");
  const std::vector<llvm::StringRef> Arguments(Command.begin(), Command.end());
  const std::string Log = Folder.file("log");
  const std::optional<llvm::StringRef> Redirects[] = {
      llvm::StringRef(""), llvm::StringRef(Log), llvm::StringRef(Log)};
  std::string Problem;
  Server = llvm::sys::ExecuteNoWait(*Env, Arguments, std::nullopt, Redirects,
                                    /*MemoryLimit=*/0, &Problem);
  if (Server.Pid == llvm::sys::ProcessInfo::InvalidPid)
    return error("postgres: {}", Problem);

  bool HasEnded = false;
  const bool IsReady = waitUntil([&] {
    HasEnded = llvm::sys::Wait(Server, 0).Pid == Server.Pid;
    return HasEnded || llvm::StringRef(readFile(Log))
                           .contains("ready to accept connections");
  });
  if (HasEnded)
    Server = {};
  if (HasEnded || !IsReady)
    return error("postgres does not start: {}", readFile(Log));
  return llvm::Error::success();
}

PostgresServer::~PostgresServer() {
  if (Server.Pid == llvm::sys::ProcessInfo::InvalidPid)
    return;
  kill(Server.Pid, SIGINT);
  // Kills it if that takes longer.
  llvm::sys::Wait(Server, 30);
}

ProcessOptions PostgresServer::client(const std::string &Name) const {
  ProcessOptions Options;
  Options.Directory = Folder.path();
  Options.Environment = {"PGHOST=" + Folder.path(), "PGPORT=5432",
                         "PGUSER=postgres", "PGDATABASE=postgres",
                         "PGAPPNAME=" + Name};
  Options.Unset = {"PGHOSTADDR", "PGOPTIONS", "PGSERVICE"};
  return Options;
}

std::string PostgresServer::ask(const std::string &Sql) const {
  const ProcessResult Result =
      test::run({Programs + "/psql", "--no-psqlrc", "--quiet", "--tuples-only",
                 "--no-align", "--set=ON_ERROR_STOP=1", "--command=" + Sql},
                client("psql"));
  EXPECT_EQ(Result.Status, 0) << Sql << "\n" << Result.Err << Result.Problem;
  return llvm::StringRef(Result.Out).trim().str();
}

ProcessResult PostgresServer::run(const std::vector<std::string> &Command,
                                  Counts &Into) const {
  const std::string Position = "SELECT pg_current_wal_lsn()";
  const size_t LogBegin = readFile(Folder.file("log")).size();
  const std::string Begin = ask(Position);
  ProcessResult Result = test::run(Command, client(Counted));
  const std::string End = ask(Position);

  // The server ends a connection after the program has closed it.
  const bool AllEnded = waitUntil([&] {
    Into = {};
    const std::string Log = readFile(Folder.file("log"));
    return countLog(llvm::StringRef(Log).substr(LogBegin), Into) ==
           Into.Connections;
  });
  EXPECT_TRUE(AllEnded) << "the server keeps connections open";

  // The log does not show the commits of single statements, and statistics
  // count what only reads, too.
  if (Begin != End) {
    const ProcessResult Dump =
        test::run({Programs + "/pg_waldump", "--rmgr=Transaction",
                   "--path=" + Folder.file("data/pg_wal"), "--start=" + Begin,
                   "--end=" + End});
    EXPECT_EQ(Dump.Status, 0) << Dump.Err << Dump.Problem;
    Into.Commits =
        static_cast<int>(llvm::StringRef(Dump.Out).count("desc: COMMIT "));
  }
  return Result;
}

} // namespace slowpath::test
