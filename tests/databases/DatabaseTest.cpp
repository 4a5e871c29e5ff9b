// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rewrites that the pages of docs/checks/ recommend, run with real
// databases: what grows with the number of items before does not after.
#include "tests/databases/PostgresServer.h"
#include "tests/support/Pages.h"
#include "tests/support/Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fmt/format.h>
#include <map>
#include <set>

namespace slowpath::test {
namespace {

using testing::IsEmpty;
using testing::Not;

/// A program in tests/databases/.
struct Program {
  /// The check's name without "slowpath-".
  std::string Check;
  /// Its pkg-config package, as on the pages.
  std::string Library;
  /// What the check says that there is one of per item.
  std::string Counted;
  /// False where the library itself saves the repetition.
  bool Grows = true;

  std::string name() const { return Library + "-" + Check; }
};

void PrintTo(const Program &P, std::ostream *Stream) { *Stream << P.name(); }

const std::vector<Program> SqlitePrograms = {
    {"commit-per-item", "sqlite3", "commits"},
    {"prepare-in-loop", "sqlite3", "prepares"},
};
const std::vector<Program> PostgresPrograms = {
    {"commit-per-item", "libpq", "commits"},
    {"commit-per-item", "libpqxx", "commits"},
    {"connection-per-call", "libpq", "connections"},
    {"connection-per-call", "libpqxx", "connections"},
    {"prepare-in-loop", "libpq", "prepares"},
    // libpqxx 6 only notes what to prepare, and does it once per connection
    // when the statement is first executed.
    {"prepare-in-loop", "libpqxx", "prepares", /*Grows=*/false},
    {"query-in-loop", "libpq", "statements"},
    {"query-in-loop", "libpqxx", "statements"},
};

/// One run of a program.
struct Outcome {
  /// By the words of Program::Counted.
  std::map<std::string, int> Counts;
  /// What the program printed, or the rows it left.
  std::string Results;
};

/// The program's path and arguments.
std::vector<std::string> command(const Program &P, int Items,
                                 const std::string &Mode) {
  return {SLOWPATH_BINARY_DIR "/tests/databases/" + P.name(),
          std::to_string(Items), Mode};
}

class DatabaseTest : public testing::TestWithParam<Program> {
protected:
  virtual Outcome execute(int Items, const std::string &Mode) = 0;

  void expectOnlyBeforeToGrow() {
    constexpr int Few = 10;
    constexpr int Many = 40;
    // By the number of items.
    std::map<int, int> Before;
    std::map<int, int> After;
    const std::string &Counted = GetParam().Counted;
    for (const int Items : {Few, Many}) {
      SCOPED_TRACE(fmt::format("{} items", Items));
      const Outcome First = execute(Items, "before");
      const Outcome Second = execute(Items, "after");
      EXPECT_EQ(First.Results, Second.Results);
      EXPECT_EQ(llvm::StringRef(First.Results).rtrim().count('\n') + 1,
                static_cast<size_t>(Items))
          << First.Results;
      Before[Items] = First.Counts.at(Counted);
      After[Items] = Second.Counts.at(Counted);
      fmt::print("{} items: {} {} before, {} after\n", Items, Before[Items],
                 Counted, After[Items]);
    }
    EXPECT_GE(Before[Few], GetParam().Grows ? Few : 1);
    EXPECT_EQ(Before[Many] - Before[Few], GetParam().Grows ? Many - Few : 0)
        << "the " << Counted << " before the rewrite";
    EXPECT_GE(After[Few], 1);
    EXPECT_EQ(After[Many], After[Few])
        << "the " << Counted << " after the rewrite";
  }
};

std::string testName(const testing::TestParamInfo<Program> &Parameter) {
  std::string Name = (Parameter.param.Grows ? "" : "kept_") +
                     Parameter.param.Check + "_" + Parameter.param.Library;
  std::replace(Name.begin(), Name.end(), '-', '_');
  return Name;
}

/// SQLite runs in the program, which prints its own counts.
class SqliteTest : public DatabaseTest {
protected:
  Outcome execute(int Items, const std::string &Mode) override {
    const TemporaryFolder Folder;
    ProcessOptions Options;
    Options.Directory = Folder.path();
    const ProcessResult Result = run(command(GetParam(), Items, Mode), Options);
    EXPECT_EQ(Result.Status, 0) << Result.Err << Result.Problem;
    Outcome Made;
    for (llvm::StringRef Line : llvm::split(Result.Out, '\n')) {
      const auto [Name, Number] = Line.split('=');
      if (Number.empty())
        Made.Results += (Line + "\n").str();
      else
        EXPECT_FALSE(Number.getAsInteger(10, Made.Counts[Name.str()]))
            << Line.str();
    }
    return Made;
  }
};

TEST_P(SqliteTest, OnlyBeforeGrows) { expectOnlyBeforeToGrow(); }

INSTANTIATE_TEST_SUITE_P(Databases, SqliteTest,
                         testing::ValuesIn(SqlitePrograms), testName);

class PostgresTest : public DatabaseTest {
protected:
  static void SetUpTestSuite() {
    llvm::Expected<std::unique_ptr<PostgresServer>> Started =
        PostgresServer::start();
    if (Started)
      Server = std::move(*Started);
    else
      Problem = llvm::toString(Started.takeError());
  }

  static void TearDownTestSuite() { Server.reset(); }

  void SetUp() override { ASSERT_TRUE(Server) << Problem; }

  Outcome execute(int Items, const std::string &Mode) override {
    Server->ask("SET client_min_messages = warning;"
                "DROP TABLE IF EXISTS item, person, customer;"
                "CREATE TABLE item(id integer);"
                "CREATE TABLE person(name text);"
                "CREATE TABLE customer AS"
                " SELECT 'customer ' || id AS name, 'country ' || id AS country"
                " FROM generate_series(1, 100) AS id");
    PostgresServer::Counts Counts;
    const ProcessResult Result =
        Server->run(command(GetParam(), Items, Mode), Counts);
    EXPECT_EQ(Result.Status, 0) << Result.Err << Result.Problem;
    const std::string Rows =
        Server->ask("SELECT 'item', id::text FROM item UNION ALL "
                    "SELECT 'person', name FROM person ORDER BY 1, 2");
    return {{{"statements", Counts.Statements},
             {"prepares", Counts.Prepares},
             {"commits", Counts.Commits},
             {"connections", Counts.Connections}},
            Result.Out + Rows};
  }

  static std::unique_ptr<PostgresServer> Server;
  /// Why there is no server.
  static std::string Problem;
};

std::unique_ptr<PostgresServer> PostgresTest::Server;
std::string PostgresTest::Problem;

TEST_P(PostgresTest, OnlyBeforeGrows) { expectOnlyBeforeToGrow(); }

INSTANTIATE_TEST_SUITE_P(Databases, PostgresTest,
                         testing::ValuesIn(PostgresPrograms), testName);

/// Code without what formatting may change: includes and white space.
std::string essence(llvm::StringRef Code) {
  std::string Result;
  for (llvm::StringRef Line : llvm::split(Code, '\n'))
    if (!Line.starts_with("#include"))
      llvm::copy_if(Line, std::back_inserter(Result),
                    [](char C) { return !llvm::isSpace(C); });
  return Result;
}

/// What stands in a namespace of a program.
llvm::StringRef inNamespace(llvm::StringRef Code, const std::string &Name) {
  return Code.split("namespace " + Name + " {")
      .second.split("} // namespace " + Name)
      .first;
}

TEST(DatabaseExamplesTest, ProgramsAreWhatThePagesShow) {
  std::set<std::string> Checks;
  std::set<std::string> Libraries;
  std::set<std::string> Names;
  for (const auto *Programs : {&SqlitePrograms, &PostgresPrograms})
    for (const Program &P : *Programs) {
      Checks.insert(P.Check);
      Libraries.insert(P.Library);
      Names.insert(P.name());
    }
  for (const std::string &Check : Checks) {
    const std::string Page =
        SLOWPATH_SOURCE_DIR "/docs/checks/slowpath-" + Check + ".md";
    auto Sections = parsePage(readFile(Page));
    for (const auto &[Heading, Mode] :
         {std::pair("Example", "before"), std::pair("Instead", "after")})
      for (const CodeBlock &Block : Sections[Heading].Blocks)
        for (const std::string &Library : Block.Packages) {
          if (!Libraries.contains(Library))
            continue;
          const std::string Name = fmt::format("{}-{}", Library, Check);
          EXPECT_TRUE(Names.contains(Name)) << "no test runs " << Name;
          const std::string File =
              SLOWPATH_SOURCE_DIR "/tests/databases/" + Name + ".cpp";
          const std::string Shown = essence(Block.Text);
          ASSERT_THAT(Shown, Not(IsEmpty()));
          EXPECT_TRUE(
              llvm::StringRef(essence(inNamespace(readFile(File), Mode)))
                  .contains(Shown))
              << Page << ":" << Block.Line << ": this example is not in "
              << File << ", namespace " << Mode;
        }
  }
}

} // namespace
} // namespace slowpath::test
