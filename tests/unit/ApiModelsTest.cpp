// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The models against the libraries' real headers. Each expectation lists the
// modelled calls of a snippet in the order of the source.
#include "checks/models/ApiModels.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace slowpath {
namespace {

using namespace clang;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string wordsOf(const EffectSet &Effects) {
  std::string Result;
  for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
    if (Effects.has(static_cast<Effect>(I)))
      Result +=
          (Result.empty() ? "" : " ") + toString(static_cast<Effect>(I)).str();
  return Result;
}

std::string sourceOf(const Expr *E, const ASTContext &Context) {
  if (!E)
    return {};
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  E->IgnoreUnlessSpelledInSource()->printPretty(OS, nullptr,
                                                Context.getPrintingPolicy());
  return Text;
}

/// Prints the first error: a snippet that does not parse tests nothing.
class FirstError : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || !Text.empty())
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    Text = Message.str().str();
    if (Info.hasSourceManager())
      Text = Info.getLocation().printToString(Info.getSourceManager()) + ": " +
             Text;
  }
  std::string Text;
};

std::unique_ptr<ASTUnit> parseCode(llvm::StringRef Code,
                                   std::vector<std::string> Args) {
  Args.insert(Args.begin(), {"-resource-dir", SLOWPATH_CLANG_RESOURCE_DIR, "-w",
                             "-fsyntax-only"});
  FirstError Errors;
  auto Unit = tooling::buildASTFromCodeWithArgs(
      Code, Args, "input.cc", "test",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(),
      tooling::FileContentMappings(), &Errors);
  EXPECT_EQ(Errors.Text, "");
  return Unit;
}

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(const ASTContext &AstContext, const ApiModels &AllModels)
      : Context(AstContext), Models(AllModels) {}

  bool shouldVisitTemplateInstantiations() const { return false; }

  bool VisitExpr(const Expr *E) {
    if (!Context.getSourceManager().isInMainFile(E->getExprLoc()))
      return true;
    if (const auto Call = Models.match(*E)) {
      Effects.push_back(Call->Model->Name.substr(2) + ": " +
                        wordsOf(Call->Effects));
      Handles.push_back(sourceOf(Call->Handle, Context));
      Texts.push_back(Call->SqlText);
    }
    return true;
  }

  std::vector<std::string> Effects, Handles, Texts;

private:
  const ASTContext &Context;
  const ApiModels &Models;
};

Collector collect(llvm::StringRef Code, std::vector<std::string> Args,
                  const ApiModels &Models = *ApiModels::builtin()) {
  const auto Unit = parseCode(Code, std::move(Args));
  Collector Result(Unit->getASTContext(), Models);
  for (Decl *D : Unit->getASTContext().getTranslationUnitDecl()->decls())
    if (Unit->getSourceManager().isInMainFile(D->getLocation()))
      Result.TraverseDecl(D);
  return Result;
}

std::vector<std::string>
effects(llvm::StringRef Code, std::vector<std::string> Args = {"-std=c++20"}) {
  return collect(Code, std::move(Args)).Effects;
}

/// A library is tested where its headers are installed; CI installs them all
/// and sets SLOWPATH_REQUIRE_HEADERS.
#define NEEDS_HEADER(Path)                                                     \
  if (!llvm::sys::fs::exists(Path)) {                                          \
    ASSERT_EQ(std::getenv("SLOWPATH_REQUIRE_HEADERS"), nullptr)                \
        << (Path) << " is missing";                                            \
    GTEST_SKIP() << (Path) << " is missing";                                   \
  }

// ---- builtin models --------------------------------------------------------

TEST(BuiltinModels, AreLoadedOnce) {
  EXPECT_GT(ApiModels::builtin()->all().size(), 1000u);
  EXPECT_EQ(ApiModels::builtin(), ApiModels::builtin());
}

TEST(Std, ThreadsThatStart) {
  EXPECT_THAT(
      effects(R"cpp(
#include <thread>
void f();
void g(std::thread Other) {
  std::thread A(f);
  std::thread Empty;
  std::thread Moved(std::move(Other));
  Empty = std::thread([] {});
  std::jthread B(f);
  A.join();
  new std::thread(f);
  unsigned N = std::thread::hardware_concurrency();
  std::this_thread::sleep_for(std::chrono::seconds(1));
})cpp"),
      ElementsAre("std::thread: thread.spawn", "std::move: callback.wrap",
                  "std::thread: thread.spawn",
                  "std::jthread: task.scoped thread.spawn",
                  "std::thread::join: task.wait", "std::thread: thread.spawn",
                  "std::thread::hardware_concurrency: "
                  "concurrency_bound",
                  "std::this_thread::sleep_for: sleep"));
}

TEST(Std, FuturesLocksAndSemaphores) {
  EXPECT_THAT(
      effects(R"cpp(
#include <future>
#include <mutex>
#include <semaphore>
#include <condition_variable>
int f();
std::mutex M;
std::counting_semaphore<8> S(8);
std::binary_semaphore T(1);
void g(std::shared_future<int> Shared, std::condition_variable &C) {
  auto A = std::async(f);
  A.wait();
  A.get();
  Shared.wait();
  S.acquire();
  T.acquire();
  S.release();
  std::lock_guard<std::mutex> L(M);
  std::unique_lock<std::mutex> U(M), D(M, std::defer_lock);
  std::scoped_lock Both(M);
  C.wait(U);
  M.lock();
  D.lock();
})cpp"),
      ElementsAre("std::async: task.scoped task.spawn thread.spawn",
                  "std::future::wait: task.wait", "std::future::get: task.wait",
                  "std::shared_future::wait: task.wait",
                  "std::counting_semaphore::acquire: sem.acquire",
                  "std::counting_semaphore::acquire: sem.acquire",
                  "std::counting_semaphore::release: sem.release",
                  "std::lock_guard: sync.lock", "std::unique_lock: sync.lock",
                  "std::scoped_lock: sync.lock",
                  "std::condition_variable::wait: task.wait",
                  "std::mutex::lock: sync.lock",
                  "std::unique_lock::lock: sync.lock"));
}

TEST(Std, AtomicsAndFiles) {
  EXPECT_THAT(
      effects(R"cpp(
#include <atomic>
#include <fstream>
#include <filesystem>
#include <regex>
std::atomic<int> A;
void g(std::regex Copied) {
  A.fetch_add(1);
  ++A;
  A += 2;
  std::ofstream F("x"), Closed;
  Closed.open("y");
  F.flush();
  std::filesystem::exists("z");
  std::regex R("a+"), None, Same(Copied);
})cpp"),
      ElementsAre("std::atomic::fetch_add: sync.atomic_add sync.atomic_rmw",
                  "std::atomic::operator++: sync.atomic_add sync.atomic_rmw",
                  "std::atomic::operator+=: sync.atomic_add sync.atomic_rmw",
                  "std::basic_ofstream: io.open",
                  "std::basic_ofstream::open: io.open",
                  "std::basic_ostream::flush: io.flush",
                  "std::filesystem::exists: io.stat",
                  "std::basic_regex: regex.compile"));
}

TEST(Posix, OnlyTheSystemsOwnFunctions) {
  EXPECT_THAT(effects(R"cpp(
#include <fcntl.h>
#include <unistd.h>
#include <sys/socket.h>
#include <sys/epoll.h>
void f(int Fd, char *Buffer) {
  ::open("x", O_RDONLY);
  ::send(Fd, Buffer, 1, 0);
  recv(Fd, Buffer, 1, 0);
  accept(Fd, nullptr, nullptr);
  epoll_wait(Fd, nullptr, 1, -1);
  sysconf(_SC_NPROCESSORS_ONLN);
  sysconf(_SC_PAGESIZE);
  usleep(1);
})cpp"),
              ElementsAre("open: io.open", "send: io.write_unbuffered",
                          "recv: net.wait", "accept: event_loop",
                          "epoll_wait: event_loop",
                          "sysconf: concurrency_bound", "usleep: sleep"));

  EXPECT_THAT(effects(R"cpp(
int open(const char *Name);
namespace net { int send(int, const char *, int, int); }
struct Channel { int connect(int); static int fork(); };
void f(Channel &C) {
  open("x");
  net::send(1, "", 0, 0);
  C.connect(1);
  Channel::fork();
})cpp"),
              IsEmpty());
}

// ---- databases -------------------------------------------------------------

TEST(Sqlite, TextDecides) {
  NEEDS_HEADER("/usr/include/sqlite3.h");
  const Collector C = collect(R"cpp(
#include <sqlite3.h>
void f(sqlite3 *Db, const char *Unknown) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  sqlite3_exec(Db, "INSERT INTO t VALUES (1)",
                              nullptr, nullptr, nullptr);
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  sqlite3_exec(Db, Unknown, nullptr, nullptr, nullptr);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3 *Own = nullptr;
  sqlite3_open("x", &Own);
})cpp",
                              {"-std=c++20"});
  EXPECT_THAT(C.Effects,
              ElementsAre("sqlite3_exec: db.begin",
                          "sqlite3_exec: db.autocommit_write db.prepare "
                          "db.query",
                          "sqlite3_exec: db.prepare db.query",
                          "sqlite3_exec: db.query", "sqlite3_exec: db.commit",
                          "sqlite3_open: db.connect"));
  EXPECT_EQ(C.Handles[0], "Db");
  EXPECT_EQ(C.Handles[5], "&Own");
  EXPECT_EQ(C.Texts[1], "INSERT INTO t VALUES (1)");
  EXPECT_EQ(C.Texts[3], "");
}

TEST(Sqlite, AStatementHasTheTextItWasPreparedWith) {
  NEEDS_HEADER("/usr/include/sqlite3.h");
  const auto Steps = [](llvm::StringRef Body) {
    const Collector C = collect(
        ("#include <sqlite3.h>\n"
         "class Store { sqlite3 *Db; sqlite3_stmt *Insert = nullptr; "
         "sqlite3_stmt *Find = nullptr;\n"
         "void open() { sqlite3_prepare_v2(Db, \"INSERT INTO t VALUES(?)\", "
         "-1, &Insert, nullptr);"
         "sqlite3_prepare_v2(Db, \"SELECT 1\", -1, &this->Find, nullptr); }\n"
         "void run(sqlite3_stmt *Given, bool B) {" +
         Body + "} };")
            .str(),
        {"-std=c++20"});
    std::vector<std::string> Result;
    for (const std::string &Each : C.Effects)
      if (llvm::StringRef Words = Each; Words.consume_front("sqlite3_step: "))
        Result.push_back(Words.str());
    return Result;
  };
  const std::string Write = "db.autocommit_write db.fetch db.query";
  const std::string Read = "db.fetch db.query";

  EXPECT_THAT(Steps("sqlite3_stmt *S; sqlite3_prepare_v2(Db, \"DELETE FROM "
                    "t\", -1, &S, 0); while (B) sqlite3_step(S);"),
              ElementsAre(Write));
  EXPECT_THAT(Steps("sqlite3_stmt *S; if (sqlite3_prepare_v2(Db, \"SELECT 1\", "
                    "-1, &S, 0) != SQLITE_OK) return; sqlite3_step(S);"),
              ElementsAre(Read));
  // Used again: the last text counts.
  EXPECT_THAT(
      Steps("sqlite3_stmt *S; sqlite3_prepare_v2(Db, \"DELETE FROM t\", -1, "
            "&S, 0); sqlite3_step(S); sqlite3_prepare_v2(Db, \"SELECT 1\", -1, "
            "&S, 0); sqlite3_step(S);"),
      ElementsAre(Write, Read));
  // Either branch: only what both do.
  EXPECT_THAT(
      Steps("sqlite3_stmt *S; if (B) sqlite3_prepare_v2(Db, \"DELETE FROM t\", "
            "-1, &S, 0); else sqlite3_prepare_v2(Db, \"SELECT 1\", -1, &S, 0); "
            "sqlite3_step(S);"),
      ElementsAre(Read));
  EXPECT_THAT(Steps("sqlite3_step(Given);"), ElementsAre(Read));
  EXPECT_THAT(Steps("sqlite3_step(Insert); sqlite3_step(Find);"),
              ElementsAre(Write, Read));
}

TEST(Libpq, Calls) {
  NEEDS_HEADER("/usr/include/postgresql/libpq-fe.h");
  EXPECT_THAT(effects(R"cpp(
#include <libpq-fe.h>
void f() {
  PGconn *C = PQconnectdb("");
  PQexec(C, "START TRANSACTION");
  PQexec(C, "UPDATE t SET a = 1");
  PQexecPrepared(C, "s", 0, nullptr, nullptr, nullptr, 0);
  PQsetdb("", "", "", "", "");
  PQfinish(C);
})cpp",
                      {"-std=c++20", "-isystem/usr/include/postgresql"}),
              ElementsAre("PQconnectdb: db.connect", "PQexec: db.begin",
                          "PQexec: db.autocommit_write db.query",
                          "PQexecPrepared: db.query",
                          "PQsetdbLogin: db.connect",
                          "PQfinish: "
                          "db.disconnect"));
}

TEST(Libpqxx, BasesAndTypedefs) {
  NEEDS_HEADER("/usr/include/pqxx/pqxx");
  EXPECT_THAT(
      effects(R"cpp(
#include <memory>
#include <pqxx/pqxx>
void f() {
  pqxx::connection C("dbname=x");
  auto Shared = std::make_shared<pqxx::connection>("dbname=y");
  pqxx::work W(C);
  W.exec("INSERT INTO t VALUES (1)");
  W.commit();
  pqxx::nontransaction N(C);
  N.exec("INSERT INTO t VALUES (1)");
  C.prepare("name", "SELECT 1");
  W.exec_prepared("name");
})cpp",
              {"-std=c++17"}),
      ElementsAre("pqxx::basic_connection_base: db.connect",
                  "pqxx::basic_connection_base: db.connect",
                  "pqxx::transaction: db.begin",
                  "pqxx::transaction_base::exec: db.query",
                  "pqxx::transaction_base::commit: db.commit",
                  "pqxx::nontransaction: db.autocommit_scope",
                  "pqxx::nontransaction::exec: db.autocommit_write db.query",
                  "pqxx::connection_base::prepare: db.prepare",
                  "pqxx::transaction_base::exec_prepared: db.query"));
}

TEST(Mysql, Calls) {
  NEEDS_HEADER("/usr/include/mariadb/mysql.h");
  EXPECT_THAT(
      effects(R"cpp(
#include <mysql.h>
void f(MYSQL *M, MYSQL_STMT *Given, my_bool B) {
  mysql_real_connect(M, "", "", "", "", 0, nullptr, 0);
  mysql_query(M, "INSERT INTO t VALUES (1)");
  mysql_autocommit(M, 0);
  mysql_autocommit(M, 1);
  mysql_autocommit(M, B);
  MYSQL_STMT *S = mysql_stmt_init(M);
  mysql_stmt_prepare(S, "INSERT INTO t VALUES (?)", 24);
  mysql_stmt_execute(S);
  mysql_stmt_execute(Given);
  unsigned N = 5;
  mysql_stmt_attr_set(S, STMT_ATTR_ARRAY_SIZE, &N);
  mysql_stmt_attr_set(S, STMT_ATTR_CURSOR_TYPE, &N);
  mysql_commit(M);
})cpp",
              {"-std=c++20", "-isystem/usr/include/mariadb"}),
      ElementsAre("mysql_real_connect: db.connect",
                  "mysql_query: db.autocommit_write db.query",
                  "mysql_autocommit: db.begin", "mysql_autocommit: db.commit",
                  "mysql_stmt_init: db.stmt_create",
                  "mysql_stmt_prepare: db.prepare",
                  "mysql_stmt_execute: db.autocommit_write db.query",
                  "mysql_stmt_execute: db.query",
                  "mysql_stmt_attr_set: db.bulk", "mysql_commit: db.commit"));
}

TEST(Soci, StreamsOfText) {
  NEEDS_HEADER("/usr/include/soci/soci.h");
  EXPECT_THAT(
      effects(R"cpp(
#include <soci/soci.h>
void f(soci::connection_pool &Pool, int Id) {
  soci::session Closed;
  soci::session S("sqlite3", "x"), FromPool(Pool);
  S << "INSERT INTO t VALUES (" << Id << ")";
  soci::statement St = (S.prepare << "DELETE FROM t WHERE id = :id",
                        soci::use(Id));
  St.execute(true);
  soci::transaction T(S);
  T.commit();
})cpp"),
      ElementsAre("soci::session: db.connect", "soci::session: pool.acquire",
                  "soci::session::operator<<: db.autocommit_write db.prepare "
                  "db.query",
                  "soci::statement: db.stmt_create",
                  "soci::details::prepare_type::operator<<: db.prepare",
                  "soci::statement::execute: db.autocommit_write db.query",
                  "soci::transaction: db.begin",
                  "soci::transaction::commit: db.commit"));
}

std::vector<std::string> qtArgs(int Version) {
  const std::string Root =
      "/usr/include/" SLOWPATH_MULTIARCH "/qt" + std::to_string(Version);
  return {"-std=c++17", "-fPIC", "-isystem" + Root,
          "-isystem" + Root + "/QtCore", "-isystem" + Root + "/QtSql"};
}

class Qt : public testing::TestWithParam<int> {};

TEST_P(Qt, Sql) {
  NEEDS_HEADER(("/usr/include/" SLOWPATH_MULTIARCH "/qt" +
                std::to_string(GetParam()) + "/QtSql/QSqlQuery"));
  const Collector C = collect(R"cpp(
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
void f(const QString &Unknown, int Id) {
  QSqlDatabase Db = QSqlDatabase::database();
  Db.open();
  Db.transaction();
  QSqlQuery Q(Db);
  QSqlQuery Old("", Db);
  QSqlQuery Now("DELETE FROM t", Db);
  Q.prepare("INSERT INTO t VALUES (?)");
  Q.exec();
  Q.exec(QStringLiteral("SELECT * FROM t"));
  Q.exec(QString("UPDATE t SET a = %1").arg(Id));
  Q.exec(Unknown);
  Q.next();
  Db.commit();
})cpp",
                              qtArgs(GetParam()));
  EXPECT_THAT(
      C.Effects,
      ElementsAre("QSqlDatabase::database: pool.acquire",
                  "QSqlDatabase::open: db.connect",
                  "QSqlDatabase::transaction: db.begin",
                  "QSqlQuery: db.stmt_create",
                  "QSqlQuery: db.autocommit_write db.prepare db.query",
                  "QSqlQuery::prepare: db.prepare",
                  "QSqlQuery::exec: db.autocommit_write db.query",
                  "QSqlQuery::exec: db.prepare db.query",
                  "QSqlQuery::exec: db.autocommit_write db.prepare db.query",
                  "QSqlQuery::exec: db.query", "QSqlQuery::next: db.fetch",
                  "QSqlDatabase::commit: db.commit"));
  EXPECT_EQ(C.Texts[6], "INSERT INTO t VALUES (?)");
  EXPECT_EQ(C.Texts[7], "SELECT * FROM t");
  EXPECT_EQ(C.Texts[8], "UPDATE t SET a = ");
}

TEST_P(Qt, Core) {
  NEEDS_HEADER(("/usr/include/" SLOWPATH_MULTIARCH "/qt" +
                std::to_string(GetParam()) + "/QtCore/QFile"));
  EXPECT_THAT(
      effects(R"cpp(
#include <QFile>
#include <QMutex>
#include <QRegularExpression>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
struct MyThread : QThread {};
void f(QMutex &M, QSemaphore &S, QFile &F, MyThread &T) {
  QMutexLocker L(&M);
  M.lock();
  S.acquire();
  F.open(QIODevice::ReadOnly);
  F.flush();
  T.start();
  T.wait();
  QThread::idealThreadCount();
  QThread::msleep(1);
  QRegularExpression None, R("a+");
})cpp",
              qtArgs(GetParam())),
      ElementsAre("QMutexLocker: sync.lock", "QMutex::lock: sync.lock",
                  "QSemaphore::acquire: sem.acquire", "QFile::open: io.open",
                  "QFileDevice::flush: io.flush",
                  "QThread::start: thread.spawn", "QThread::wait: task.wait",
                  "QThread::idealThreadCount: concurrency_bound",
                  "QThread::msleep: sleep",
                  "QRegularExpression: regex.compile"));
}

INSTANTIATE_TEST_SUITE_P(Versions, Qt, testing::Values(5, 6));

TEST(Boost, Threads) {
  NEEDS_HEADER("/usr/include/boost/thread.hpp");
  EXPECT_THAT(effects(R"cpp(
#include <boost/thread.hpp>
void g();
void f(boost::mutex &M) {
  boost::thread T(g), None;
  boost::thread Moved(boost::move(T));
  Moved.join();
  boost::lock_guard<boost::mutex> L(M);
  boost::thread::hardware_concurrency();
  boost::this_thread::sleep_for(boost::chrono::seconds(1));
})cpp"),
              ElementsAre("boost::thread: thread.spawn",
                          "boost::thread::join: task.wait",
                          "boost::lock_guard: sync.lock",
                          "boost::thread::hardware_concurrency: "
                          "concurrency_bound",
                          "boost::this_thread::sleep_for: sleep"));
}

TEST(Boost, WaitingAndAsio) {
  NEEDS_HEADER("/usr/include/boost/asio.hpp");
  EXPECT_THAT(effects(R"cpp(
#define BOOST_THREAD_VERSION 4
#include <boost/asio.hpp>
#include <boost/thread.hpp>
#include <boost/thread/future.hpp>
namespace asio = boost::asio;
void f(boost::condition_variable &C, boost::unique_lock<boost::mutex> &L,
       boost::future<int> &F, asio::io_context &Io,
       asio::ip::tcp::socket &Socket, asio::ip::tcp::acceptor &Acceptor,
       asio::steady_timer &Timer) {
  C.wait(L);
  F.wait();
  F.get();
  Acceptor.accept(Socket);
  Timer.wait();
  char Buffer[8];
  Socket.read_some(asio::buffer(Buffer));
  asio::write(Socket, asio::buffer(Buffer));
  Io.run();
})cpp"),
              ElementsAre("boost::condition_variable::wait: task.wait",
                          "boost::future::wait: task.wait",
                          "boost::future::get: task.wait",
                          "boost::asio::basic_socket_acceptor::accept: "
                          "event_loop",
                          "boost::asio::basic_waitable_timer::wait: sleep",
                          "boost::asio::basic_stream_socket::read_some: "
                          "net.wait",
                          "boost::asio::write: io.write_unbuffered "
                          "net.request",
                          "boost::asio::io_context::run: event_loop"));
}

// ---- user models: names, classes, conditions --------------------------------

constexpr llvm::StringLiteral UserModel = R"cpp(
library: app
apis:
  - {name: "::app::Db::exec", kind: method, effects: [db.query], handle: this}
  - {name: "::app::Tx", kind: constructor, effects: [db.begin], handle: 0}
  - {name: "::app::Tx", kind: destructor, effects: [db.commit]}
  - {name: "::lib_*::fetch", kind: function, effects: [net.request]}
  - {name: "::app::run", kind: var, effects: [task.wait]}
  - {name: "::app::pick", kind: function, effects: [kv.get], first_param: "::app::Key"}
  - {name: "::app::pick", kind: function, effects: [kv.put], min_args: 2, when: "arg1==Fast"}
  - {name: "::std::thread", kind: constructor, effects: [log.write]}
)cpp";

class UserFile : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> Found;
    ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("models", "yaml", Found));
    Path = Found.str().str();
    std::error_code Error;
    llvm::raw_fd_ostream(Path, Error) << UserModel;
    ASSERT_FALSE(Error);
  }
  void TearDown() override { (void)llvm::sys::fs::remove(Path); }

  Collector collectWith(llvm::StringRef Code) {
    auto Models = ApiModels::withUserFiles({Path});
    EXPECT_TRUE(static_cast<bool>(Models))
        << llvm::toString(Models.takeError());
    return collect(Code, {"-std=c++20"}, **Models);
  }
  std::vector<std::string> effectsWith(llvm::StringRef Code) {
    return collectWith(Code).Effects;
  }
  std::string Path;
};

TEST_F(UserFile, MethodsOverridersAndMocks) {
  EXPECT_THAT(effectsWith(R"cpp(
namespace app {
struct Db { virtual void exec(int); void other(); };
struct Pg : Db { void exec(int) override; };
struct MockDb : Db { void exec(int) override; };
struct FakeDb : Db { int gmock_exec; void exec(int) override; };
struct Plain : Db {};
struct Hides : Db { void exec(const char *); };
}
void f(app::Db &D, app::Pg &P, app::MockDb &M, app::FakeDb &F, app::Plain *L,
       app::Hides &H) {
  D.exec(1);
  P.exec(2);
  M.exec(3);
  F.exec(4);
  L->exec(5);
  H.exec("6");
  D.other();
})cpp"),
              ElementsAre("app::Db::exec: db.query", "app::Db::exec: db.query",
                          "app::Db::exec: db.query"));
}

TEST_F(UserFile, ClassesAndTheirBases) {
  const Collector C = collectWith(R"cpp(
namespace app { inline namespace v1 {
struct Db {};
struct Tx { explicit Tx(Db &); Tx(const Tx &); ~Tx(); };
struct Nested : Tx { Nested(Db &D, int) : Tx(D) {} };
}}
void f(app::Db &D) {
  app::Tx T(D);
  app::Tx Copy(T);
  app::Nested N(D, 1);
  delete new app::Tx(D);
})cpp");
  EXPECT_THAT(C.Effects,
              // The base initialiser of Nested, then what f does.
              ElementsAre("app::Tx: db.begin", "app::Tx: db.begin",
                          "app::Tx: db.begin", "app::Tx: db.commit",
                          "app::Tx: db.begin"));
  // Nested's arguments are its own, but those to its base are known.
  EXPECT_THAT(C.Handles, ElementsAre("D", "D", "", testing::_, "D"));
}

TEST_F(UserFile, WildcardsVariablesAndConditions) {
  EXPECT_THAT(effectsWith(R"cpp(
namespace lib_72 { void fetch(); }
namespace lib { void fetch(); }
namespace app {
struct Run { void operator()(int) const; };
constexpr Run run{};
struct Key {};
enum Mode { Fast, Slow };
void pick(const Key &);
void pick(int);
void pick(int, Mode);
}
void f() {
  lib_72::fetch();
  lib::fetch();
  app::run(1);
  app::pick(app::Key());
  app::pick(1);
  app::pick(1, app::Fast);
  app::pick(1, app::Slow);
})cpp"),
              ElementsAre("lib_*::fetch: net.request", "app::run: task.wait",
                          "app::pick: kv.get", "app::pick: kv.put"));
}

TEST_F(UserFile, TheUsersRowsGoBeforeTheBuiltin) {
  EXPECT_THAT(
      effectsWith("#include <thread>\nvoid f() { std::thread([] {}); }"),
      ElementsAre("std::thread: log.write"));
}

TEST(UserFiles, ThatCannotBeRead) {
  auto Models = ApiModels::withUserFiles({"/nonexistent.yaml"});
  ASSERT_FALSE(static_cast<bool>(Models));
  EXPECT_THAT(llvm::toString(Models.takeError()),
              HasSubstr("/nonexistent.yaml:1:1: cannot be read: "));
}

// ---- bad files -------------------------------------------------------------

std::string errorOf(llvm::StringRef Text) {
  auto Rows = ApiModels::parse(llvm::MemoryBufferRef(Text, "m.yaml"));
  return Rows ? "" : llvm::toString(Rows.takeError());
}

std::string errorOfRow(llvm::StringRef Row) {
  return errorOf(("library: x\napis:\n  - {" + Row + "}\n").str());
}

TEST(Parse, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(errorOfRow("name: \"::f\", kind: function, effects: [io.open]"),
            "");
  struct {
    std::string Row, Error;
  } const Cases[] = {
      {"name: \"::f\", kind: function, effects: [io.open], colour: red",
       "m.yaml:3:55: unknown key 'colour'"},
      {"name: \"::f\", kind: function, effects: [io.opne]",
       "m.yaml:3:45: unknown effect 'io.opne'"},
      {"kind: function, effects: [io.open]",
       "m.yaml:3:6: missing required key 'name'"},
      {"name: \"::f\", effects: [io.open]",
       "m.yaml:3:6: missing required key 'kind'"},
      {"name: \"::f\", kind: funktion, effects: [io.open]",
       "m.yaml:3:25: unknown enumerated scalar"},
      {"name: \"::f\", kind: function, effects: [io.open], sql: first",
       "m.yaml:3:60: invalid number"},
      {"name: \"::f\", kind: function, effects: [io.open], async: maybe",
       "m.yaml:3:62: invalid boolean"},
      {"name: \"::f\", kind: function, effects: io.open",
       "m.yaml:3:44: not a sequence"},
      {"name: \"::f\", kind: function, effects: [io.open], handle: ret",
       "m.yaml:3:63: handle 'ret' is none of 'this', 'result' and an "
       "argument's index"},
      {"name: \"::f\", kind: function, effects: [io.open], when: \"sync\"",
       "m.yaml:3:61: condition 'sync' is not of the form 'argN==value' (joined "
       "by '&&')"},
      {"name: \"f\", kind: function, effects: [io.open]",
       "m.yaml:3:6: a name begins with '::'"},
      {"name: \"::f\", kind: function, effects: []",
       "m.yaml:3:6: a row has at least one effect"},
      {"name: \"::f\", kind: function, effects: [db.query], sql_effects: true",
       "m.yaml:3:6: 'sql_effects' needs 'sql'"},
      {"name: \"::f\", kind: function, effects: [string.format], format: 0, "
       "placeholder: \"%d\"",
       "m.yaml:3:6: 'placeholder' is one character"},
      {"name: \"::f\", kind: function, effects: [io.open], min_args: 3, "
       "max_args: 2",
       "m.yaml:3:6: 'min_args' is larger than 'max_args'"},
  };
  for (const auto &Case : Cases)
    EXPECT_EQ(errorOfRow(Case.Row), Case.Error) << Case.Row;
}

TEST(Parse, RefusesBadFiles) {
  EXPECT_THAT(errorOf(""), HasSubstr("m.yaml:1:1: "));
  EXPECT_THAT(errorOf("library: x\n"),
              HasSubstr("missing required key 'apis'"));
  EXPECT_THAT(errorOf("library: [\n"), HasSubstr("m.yaml:1:11: "));
  EXPECT_THAT(errorOf("- a\n- b\n"), HasSubstr("m.yaml:1:1: "));
  EXPECT_THAT(
      errorOf("library: x\napis:\n"
              "  - {name: \"::f\", kind: function, effects: [sleep]}\n"
              "  - {name: \"::f\", kind: function, effects: [sleep]}\n"),
      HasSubstr("m.yaml:4:6: the row is given twice"));
  EXPECT_THAT(errorOf("library: x\ntransaction: {begin: 'B();', commit: 'C();'}"
                      "\napis: []\n"),
              HasSubstr("'begin' names the '{handle}'"));
}

TEST(ModelFile, RowsShareTheTransactionOfTheirFile) {
  auto Rows = ApiModels::parse(llvm::MemoryBufferRef(
      "library: x\n"
      "transaction: {begin: 'Tx tx({handle});', commit: 'tx.commit();'}\n"
      "apis:\n"
      "  - {name: \"::f\", kind: function, effects: [db.query]}\n"
      "  - {name: \"::g\", kind: function, effects: [db.query]}\n",
      "m.yaml"));
  ASSERT_TRUE(static_cast<bool>(Rows));
  ASSERT_EQ(Rows->Apis.size(), 2u);
  ASSERT_NE(Rows->Apis.front().Transaction, nullptr);
  EXPECT_EQ(Rows->Apis.front().Transaction, Rows->Apis.back().Transaction);
  EXPECT_EQ(Rows->Apis.front().Transaction->Commit, "tx.commit();");
}

TEST(ModelFile, SaysWhatDebianHas) {
  const auto Parse = [](llvm::StringRef Packages, llvm::StringRef Mark) {
    const std::string Text = ("library: x\n" + Packages +
                              "apis:\n  - {name: \"::f\", kind: function, "
                              "effects: [db.query]" +
                              Mark + "}\n")
                                 .str();
    auto Rows = ApiModels::parse(llvm::MemoryBufferRef(Text, "m.yaml"));
    EXPECT_TRUE(static_cast<bool>(Rows)) << llvm::toString(Rows.takeError());
    return Rows ? *Rows : ModelRows();
  };
  EXPECT_FALSE(Parse("", "").Packages);
  EXPECT_THAT(Parse("packages: []\n", "").Packages,
              testing::Optional(IsEmpty()));
  EXPECT_THAT(Parse("packages: [libx-dev, liby-dev]\n", "").Packages,
              testing::Optional(ElementsAre("libx-dev", "liby-dev")));
  EXPECT_EQ(Parse("", "").Apis.front().Since, "");
  EXPECT_EQ(Parse("", ", since: x 2").Apis.front().Since, "x 2");
}

// ---- docs/models.md --------------------------------------------------------

std::string modelsPage() {
  auto Page =
      llvm::MemoryBuffer::getFile(SLOWPATH_SOURCE_DIR "/docs/models.md");
  return Page ? (*Page)->getBuffer().str() : "";
}

TEST(ModelsPage, ItsExampleIsRead) {
  const std::string Page = modelsPage();
  const llvm::StringRef Example =
      llvm::StringRef(Page).split("```yaml\n").second.split("```").first;
  auto Rows = ApiModels::parse(llvm::MemoryBufferRef(Example, "models.md"));
  ASSERT_TRUE(static_cast<bool>(Rows)) << llvm::toString(Rows.takeError());
  EXPECT_EQ(Rows->Apis.size(), 4u);
  EXPECT_EQ(Rows->Types.size(), 1u);
}

TEST(ModelsPage, ListsEveryEffect) {
  const std::string Page = modelsPage();
  for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
    EXPECT_THAT(
        Page,
        HasSubstr("\n| `" + toString(static_cast<Effect>(I)).str() + "` | "));
}

// ---- SQL text --------------------------------------------------------------

TEST(EffectsOfSql, ByFirstKeyword) {
  struct {
    std::string Sql, Effects;
  } const Cases[] = {
      {"", "db.query"},
      {"SELECT 1", "db.query"},
      {"  /* all */ -- rows\n (select 1)", "db.query"},
      {"insert into t values (1)", "db.autocommit_write db.query"},
      {"UPDATE t SET a = 'x; COMMIT'", "db.autocommit_write db.query"},
      {"BEGIN", "db.begin"},
      {"BEGIN;", "db.begin"},
      {"start transaction read only", "db.begin"},
      {"START SLAVE", "db.query"},
      {"SAVEPOINT a", "db.begin"},
      {"RELEASE a", "db.commit"},
      {"END", "db.commit"},
      {"ROLLBACK TO a", "db.rollback"},
      {"BEGIN; DELETE FROM t; COMMIT",
       "db.autocommit_write db.begin db.commit db.query"},
      {"WITH a AS (SELECT 1) SELECT * FROM a", "db.query"},
      {"WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
       "db.autocommit_write db.query"},
      {"WITH a AS (SELECT 1) SELECT * FROM t FOR UPDATE", "db.query"},
      {"WITH a AS (SELECT 1) SELECT 'DELETE'", "db.query"},
      {"CREATE TABLE t (a)", "db.ddl db.query"},
      {"CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM u; END;",
       "db.ddl db.query"},
      {"DO $$ BEGIN PERFORM 1; COMMIT; END $$", "db.autocommit_write db.query"},
      {"PRAGMA synchronous=OFF", "db.config db.query"},
      {"COPY t FROM STDIN", "db.bulk"},
      {"LOAD DATA INFILE 'x'", "db.bulk"},
      {"PREPARE p AS SELECT 1", "db.prepare"},
      {"frobnicate", "db.query"},
      {"SELECT 'it''s; COMMIT", "db.query"},
      {"SELECT $1; COMMIT", "db.commit db.query"},
  };
  for (const auto &Case : Cases)
    EXPECT_EQ(wordsOf(effectsOfSql(Case.Sql)), Case.Effects) << Case.Sql;
}

/// constantPrefix of the argument of `use(…)`.
std::string prefixOf(llvm::StringRef Body, llvm::StringRef Prelude = "") {
  const std::string Code =
      ("#include <cstdio>\n#include <string>\n#include <string_view>\n" +
       Prelude +
       "\ntemplate <typename T> void use(const T &);\n"
       "std::string make(); void change(std::string &); int other(int);\n"
       "std::string text(const char *, ...); int log(const char *, ...);\n"
       "inline constexpr char Global[] = \"SELECT global\";\n"
       "const std::string Const = \"SELECT const\";\n"
       "const char *Mutable = \"SELECT mutable\";\n"
       "struct K { static constexpr const char *Text = \"SELECT static\"; };\n"
       "void f(std::string Given, int N, bool B) {" +
       Body + "}")
          .str();
  const auto Unit = parseCode(Code, {"-std=c++20"});
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitCallExpr(const CallExpr *E) {
      const FunctionDecl *FD = E->getDirectCallee();
      if (FD && FD->getIdentifier() && FD->getName() == "use")
        Result = constantPrefix(*E->getArg(0), *ApiModels::builtin());
      return true;
    }
    std::string Result = "use() was not found";
  } Find;
  for (Decl *D : Unit->getASTContext().getTranslationUnitDecl()->decls())
    if (Unit->getSourceManager().isInMainFile(D->getLocation()))
      Find.TraverseDecl(D);
  return Find.Result;
}

TEST(ConstantPrefix, Std) {
  struct {
    std::string Body, Prefix;
  } const Cases[] = {
      {"use(\"SELECT\" \" 1\");", "SELECT 1"},
      {"use(R\"(SELECT 2)\");", "SELECT 2"},
      {"use(u8\"SELECT 3\");", "SELECT 3"},
      {"use(L\"SELECT \\u00e4\");", "SELECT \xc3\xa4"},
      {"use(std::string(\"SELECT 4\").c_str());", "SELECT 4"},
      {"use(std::string(\"SELECT 5\", 6));", "SELECT"},
      {"use(std::string(\"SELECT 5\", N));", ""},
      {"use(\"SELECT \" + Given);", "SELECT "},
      {"use(std::string(\"SELECT \") + \"* FROM \" + Given + \";\");",
       "SELECT * FROM "},
      {"use(Given + \"SELECT\");", ""},
      {"use(Global);", "SELECT global"},
      {"use(Const);", "SELECT const"},
      {"use(Mutable);", ""},
      {"use(K::Text);", "SELECT static"},
      {"using namespace std::literals; use(\"SELECT 6\"s);", "SELECT 6"},
      {"using namespace std::literals; use(\"SELECT 7\"sv);", "SELECT 7"},
      {"std::string S = \"SELECT 8\"; use(S);", "SELECT 8"},
      {"std::string S = \"SELECT 9\"; S += Given; S.append(\"x\"); use(S);",
       "SELECT 9"},
      {"std::string S = \"SELECT\"; S = Given; use(S);", ""},
      {"std::string S = \"SELECT\"; change(S); use(S);", ""},
      {"std::string S = \"SELECT\"; S[0] = 'X'; use(S);", ""},
      {"std::string S = \"SELECT\"; S.insert(0, Given); use(S);", ""},
      {"std::string S = \"SELECT\"; auto *P = &S; use(S);", ""},
      {"std::string S = \"SELECT 10\"; auto L = [&] { use(S); };", "SELECT 10"},
      {"std::string S = \"SELECT\"; auto L = [&] { S = Given; }; use(S);", ""},
      {"std::string S = \"SELECT 11\"; use(std::move(S));", "SELECT 11"},
      {"const char *S = \"SELECT 12\"; use(S);", "SELECT 12"},
      {"const char *S = \"SELECT\"; S = Mutable; use(S);", ""},
      {"const char *S = \"SELECT\"; ++S; use(S);", ""},
      {"const std::string S = \"SELECT 13 \" + Given; use(S);", "SELECT 13 "},
      {"const std::string &S = Const; use(S);", "SELECT const"},
      {"static const std::string S{\"SELECT 14\"}; use(S);", "SELECT 14"},
      {"char S[64]; snprintf(S, 64, \"SELECT %d\", N); use(S);", "SELECT "},
      {"char S[64]; std::snprintf(S, 64, \"SELECT 16\"); use(S);", "SELECT 16"},
      {"char S[64]; if (B) snprintf(S, 64, \"SELECT\"); use(S);", ""},
      {"char S[64]; if (B) { snprintf(S, 64, \"SELECT 17\"); use(S); }",
       "SELECT 17"},
      {"std::string S; S = \"SELECT 18\"; use(S);", "SELECT 18"},
      {"std::string S; S = \"SELECT 19\"; use(S); S = Given;", "SELECT 19"},
      {"std::string S; S = \"SELECT\"; while (B) { use(S); S = Given; }", ""},
      {"std::string S; while (B) { S = \"SELECT 20\"; use(S); S = Given; }",
       "SELECT 20"},
      {"std::string S = \"SELECT\"; if (B) S = Given; use(S);", ""},
      {"std::string S = \"SELECT\"; auto L = [&] { use(S); }; S = Given; L();",
       ""},
      {"std::string S = Given; S = \"SELECT \" + S; use(S);", "SELECT "},
      {"std::string S = \"a\"; S = S + \"SELECT\"; use(S);", "aSELECT"},
      {"use(text(\"SELECT %d\", N));", "SELECT "},
      {"use(log(\"SELECT %d\", N));", ""},
      {"use(B ? \"SELECT 15\" : \"DELETE\");", ""},
      {"use(make());", ""},
      {"use(N);", ""},
  };
  for (const auto &Case : Cases)
    EXPECT_EQ(prefixOf(Case.Body), Case.Prefix) << Case.Body;
}

TEST(ConstantPrefix, Fmt) {
  NEEDS_HEADER("/usr/include/fmt/format.h");
  EXPECT_EQ(prefixOf("use(fmt::format(\"SELECT {} FROM\", N));",
                     "#include <fmt/format.h>"),
            "SELECT ");
  EXPECT_EQ(prefixOf("std::string S = fmt::format(\"DELETE FROM {}\", N); "
                     "use(S.c_str());",
                     "#include <fmt/format.h>"),
            "DELETE FROM ");
}

} // namespace
} // namespace slowpath
