// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every builtin model file against the headers of its library: one test per
// file, see docs/testing.md. Then the comparison itself: it must be able to
// fail.
#include "tests/support/ModelSources.h"
#include "tests/support/Process.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fmt/format.h>

namespace slowpath::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ModelsTest : public testing::Test {
public:
  explicit ModelsTest(ModelCase Case) : Case(std::move(Case)) {}

  void TestBody() override {
    for (const std::string &Problem : checkModels(Case, *ApiModels::builtin()))
      ADD_FAILURE() << Problem;
  }

private:
  const ModelCase Case;
};

const bool IsRegistered = [] {
  for (const ModelCase &Case : modelCases(modelFolder()))
    if (!Case.Sources.empty())
      testing::RegisterTest(
          "Models", Case.Name.c_str(), nullptr, nullptr,
          Case.Sources.front().c_str(), 1,
          // The fixture type must be the same for all tests of a suite.
          [Case]() -> testing::Test * { return new ModelsTest(Case); });
  return true;
}();

// ---- the files -------------------------------------------------------------

TEST(ModelFiles, OfPackagedLibrariesHaveSources) {
  for (const ModelCase &Case : modelCases(modelFolder())) {
    ASSERT_TRUE(Case.Rows.Packages)
        << Case.Name << ".yaml: 'packages' is missing; [] if Debian has none";
    EXPECT_EQ(Case.Rows.Packages->empty(), Case.Sources.empty())
        << Case.Name << ".yaml: packages and sources in tests/models/ go "
        << "together";
  }
}

TEST(ModelFiles, EachSourceHasOne) {
  llvm::StringSet<> Known;
  for (const ModelCase &Case : modelCases(modelFolder()))
    for (const std::string &Source : Case.Sources)
      Known.insert(Source);
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator File(modelFolder(), Error), End;
       File != End && !Error; File.increment(Error))
    EXPECT_TRUE(Known.contains(File->path())) << File->path();
  EXPECT_FALSE(Error) << Error.message();
}

// ./dev is a shell script and reads this one line of a file.
TEST(ModelFiles, NamePackagesOnOneLine) {
  for (const ModelCase &Case : modelCases(modelFolder())) {
    ASSERT_TRUE(Case.Rows.Packages) << Case.Name;
    const std::string Text =
        readFile(SLOWPATH_SOURCE_DIR "/checks/models/" + Case.Name + ".yaml");
    EXPECT_THAT(Text,
                HasSubstr(fmt::format("\npackages: [{}]\n",
                                      llvm::join(*Case.Rows.Packages, ", "))));
  }
}

TEST(ModelFiles, OfTheCoreNeedPackagesThatAllTestsInstall) {
  std::string Script = readFile(SLOWPATH_SOURCE_DIR "/dev");
  for (size_t At; (At = Script.find("$llvm")) != std::string::npos;)
    Script.replace(At, 5, std::to_string(LLVM_VERSION_MAJOR));
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Script, Words);
  llvm::StringSet<> Installed;
  Installed.insert(Words.begin(), Words.end());

  llvm::StringSet<> Core;
  for (llvm::StringRef Name :
       llvm::split(llvm::StringRef(SLOWPATH_CORE_MODELS), ' '))
    Core.insert(Name);
  for (const ModelCase &Case : modelCases(modelFolder())) {
    if (!Core.erase(Case.Name))
      continue;
    ASSERT_TRUE(Case.Rows.Packages) << Case.Name;
    EXPECT_THAT(Case.Sources, testing::Not(IsEmpty())) << Case.Name;
    for (const std::string &Package : *Case.Rows.Packages)
      EXPECT_TRUE(Installed.contains(Package)) << Case.Name << ": " << Package;
  }
  EXPECT_TRUE(Core.empty())
      << Core.begin()->getKey().str() << " is no model file";
}

// ---- the comparison itself --------------------------------------------------

/// A made-up library: one model file and one source.
class ModelsHarness : public testing::Test {
protected:
  static constexpr llvm::StringLiteral Header = R"cpp(
struct Db {};
struct Text { Text(); int size() const; };
int run(Db *Handle, const char *Sql);
void prepare(Db *Handle, const char *Name, const char *Sql);
void execute(Db *Handle, const char *Name);
void format(Db *Handle, ...);
void open(const char *Where, Db **Out);
Db *connect();
template <typename F> void each(Db *Handle, F Body) {}
struct Tx { explicit Tx(Db &); void commit(); ~Tx(); };
)cpp";

  static constexpr llvm::StringLiteral Calls = R"cpp(
void use(Db *Handle, Text T) {
  run(Handle, "INSERT INTO t VALUES (1)");
  prepare(Handle, "name", "SELECT 1");
  execute(Handle, "name");
  format(Handle, Handle);
  open("x", &Handle);
  connect();
  each(Handle, [] {});
  Tx *Scope = new Tx(*Handle);
  Scope->commit();
  delete Scope;
}
)cpp";

  static constexpr llvm::StringLiteral Rows = R"yaml(
  - {name: "::run", kind: function, effects: [db.query, db.autocommit_write], handle: 0, sql: 1, sql_effects: true}
  - {name: "::prepare", kind: function, effects: [db.prepare], handle: 0, sql: 2, statement_name: 1}
  - {name: "::execute", kind: function, effects: [db.query, db.autocommit_write], handle: 0, statement_name: 1}
  - {name: "::format", kind: function, effects: [log.write], handle: 0}
  - {name: "::open", kind: function, effects: [db.connect], handle: 1, out: 1}
  - {name: "::connect", kind: function, effects: [db.connect], handle: result}
  - {name: "::each", kind: function, effects: [callback.per_item], handle: 0}
  - {name: "::Tx", kind: constructor, effects: [db.begin], handle: 0}
  - {name: "::Tx::commit", kind: method, effects: [db.commit], handle: this}
  - {name: "::Tx", kind: destructor, effects: [db.rollback]}
)yaml";

  std::vector<std::string> check(llvm::StringRef ApiRows,
                                 llvm::StringRef Source) {
    const std::string Yaml =
        ("library: x\ntypes:\n  - {name: \"::Text\", meaning: string}\napis:" +
         ApiRows)
            .str();
    writeFile(Folder.file("x.yaml"), Yaml);
    writeFile(Folder.file("x.h"), Header);
    writeFile(Folder.file("x.cpp"), Source);
    auto Parsed = ApiModels::parse(llvm::MemoryBufferRef(Yaml, "x.yaml"));
    auto Models = ApiModels::withUserFiles({Folder.file("x.yaml")});
    if (!Parsed || !Models) {
      ADD_FAILURE() << llvm::toString(
          llvm::joinErrors(Parsed.takeError(), Models.takeError()));
      return {};
    }
    return checkModels({"x", std::move(*Parsed), {Folder.file("x.cpp")}},
                       **Models);
  }

  /// The problems after one edit of the rows.
  std::vector<std::string> checkRows(llvm::StringRef From, llvm::StringRef To) {
    return check(replaced(Rows, From, To), source());
  }

  /// The problems after one edit of the calls.
  std::vector<std::string> checkCalls(llvm::StringRef From,
                                      llvm::StringRef To) {
    return check(Rows, replaced(source(), From, To));
  }

  static std::string source() { return ("#include \"x.h\"\n" + Calls).str(); }

  static std::string replaced(llvm::StringRef Text, llvm::StringRef From,
                              llvm::StringRef To) {
    const size_t At = Text.find(From);
    EXPECT_NE(At, llvm::StringRef::npos) << From.str();
    return (Text.take_front(At) + To + Text.drop_front(At + From.size())).str();
  }

  TemporaryFolder Folder;
};

TEST_F(ModelsHarness, AcceptsRowsThatAreAllCalled) {
  EXPECT_THAT(check(Rows, source()), IsEmpty());
}

TEST_F(ModelsHarness, RefusesNamesTheHeaderLacks) {
  EXPECT_THAT(checkRows("::Tx::commit", "::Tx::comit"),
              ElementsAre("x: ::Tx::comit: no call of the sources matches"));
  EXPECT_THAT(checkRows("::run", "::app::run"),
              ElementsAre("x: ::app::run: no call of the sources matches"));
}

TEST_F(ModelsHarness, RefusesRowsThatNoCallExercises) {
  EXPECT_THAT(checkCalls("connect();", ""),
              ElementsAre("x: ::connect: no call of the sources matches"));
  EXPECT_THAT(
      checkCalls("delete Scope;", ""),
      ElementsAre("x: ::Tx (destructor): no call of the sources matches"));
  EXPECT_THAT(checkRows("sql_effects: true", "sql_effects: true, min_args: 3"),
              ElementsAre("x: ::run (min_args 3): no call of the sources "
                          "matches"));
  EXPECT_THAT(checkCalls(", Text T", ""),
              ElementsAre("x: ::Text: no declaration has this type"));
}

TEST_F(ModelsHarness, RefusesRowsHiddenByOthers) {
  EXPECT_THAT(
      check((Rows + "  - {name: \"::run\", kind: function, effects: "
                    "[db.query], max_args: 2}\n")
                .str(),
            source()),
      ElementsAre("x: ::run (max_args 2): no call of the sources matches"));
}

TEST_F(ModelsHarness, RefusesWrongArguments) {
  EXPECT_THAT(checkRows("[db.query, db.autocommit_write], handle: 0",
                        "[db.query, db.autocommit_write], handle: 2"),
              Contains(HasSubstr("::run: the handle is not there")));
  EXPECT_THAT(checkRows("[db.connect], handle: 1", "[db.connect], handle: 0"),
              ElementsAre(HasSubstr("::open: the handle is a constant")));
  EXPECT_THAT(checkRows("[log.write], handle: 0", "[log.write], handle: 1"),
              ElementsAre(HasSubstr("::format: there is no parameter 1")));
  EXPECT_THAT(checkRows("handle: 0, sql: 1", "handle: this, sql: 1"),
              ElementsAre(HasSubstr("::run: the handle is not there")));
  EXPECT_THAT(checkRows("[db.prepare], handle: 0", "[db.prepare], handle: 9"),
              Contains(HasSubstr("::prepare: the handle is not there")));
  EXPECT_THAT(checkRows("handle: this", "handle: result"),
              ElementsAre(HasSubstr(
                  "::Tx::commit: there is no result to be the handle")));
  EXPECT_THAT(checkRows("sql: 1", "sql: 0"),
              Contains(HasSubstr(
                  "::run: the SQL argument is not the text of the source")));
  EXPECT_THAT(checkRows("statement_name: 1", "statement_name: 0"),
              ElementsAre(HasSubstr("::prepare: the statement's name is not "
                                    "the text of the source")));
  EXPECT_THAT(checkRows("out: 1", "out: 0"),
              ElementsAre(HasSubstr("::open: the output is no pointer and no "
                                    "reference")));
  EXPECT_THAT(checkCalls("each(Handle, [] {})", "each(Handle, 1)"),
              ElementsAre(HasSubstr("::each: no argument is callable")));
}

TEST_F(ModelsHarness, RefusesOtherEffectsThanTheTextHas) {
  EXPECT_THAT(checkCalls("INSERT INTO t VALUES (1)", "SELECT 1"),
              ElementsAre(HasSubstr("::run: has the effects db.query, not "
                                    "db.autocommit_write db.query")));
}

TEST_F(ModelsHarness, OneGoodCallIsEnough) {
  EXPECT_THAT(checkCalls("run(Handle, ", "run(Handle, \"SELECT 1\");\n"
                                         "run(Handle, "),
              IsEmpty());
}

TEST_F(ModelsHarness, RefusesMarksThatAreOutOfDate) {
  EXPECT_THAT(checkRows("handle: this}", "handle: this, since: \"x 2\"}"),
              ElementsAre(HasSubstr("::Tx::commit: is not only in x 2")));
  EXPECT_THAT(checkRows("::Tx::commit\", kind: method",
                        "::Tx::push\", kind: method, since: \"x 2\""),
              IsEmpty());
}

TEST_F(ModelsHarness, RefusesSourcesItCannotRead) {
  EXPECT_THAT(checkCalls("connect();", "connect(1);"),
              Contains(HasSubstr("x.cpp:")));
  EXPECT_THAT(checkCalls("x.h", "y.h"),
              Contains(HasSubstr("'y.h' file not found")));
  EXPECT_THAT(check(Rows, "// packages: no-such-package\n" + source()),
              ElementsAre(HasSubstr("no-such-package")));
  EXPECT_THAT(check(Rows, "// error-ok\n" + source()),
              ElementsAre(HasSubstr("only 'args' and 'packages'")));
  EXPECT_THAT(check(Rows, "// arguments: -std=c++17\n" + source()),
              ElementsAre(HasSubstr("no such directive")));
}

} // namespace
} // namespace slowpath::test
