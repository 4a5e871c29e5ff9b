// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program, the plugin in the distribution's clang-tidy and slowpath-clangd
// report the same findings for the same file: check, place and message.
#include "tests/support/ClangTidy.h"
#include "tests/support/LspClient.h"
#include "tests/support/Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fmt/format.h>
#include <map>
#include <set>

namespace slowpath::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

/// "file:line:column: message [check]", files relative to the project.
using FindingTexts = std::vector<std::string>;

/// A project with sources and headers, and its compile database.
struct Place {
  std::string Root;
  std::string BuildDir;
  /// Relative to the root.
  std::vector<std::string> Sources;
  std::vector<std::string> Headers;

  std::vector<std::string> files() const {
    std::vector<std::string> All = Sources;
    All.insert(All.end(), Headers.begin(), Headers.end());
    return All;
  }
};

/// Those of the findings that lie in one of the files.
FindingTexts in(const std::vector<std::string> &Files,
                const FindingTexts &All) {
  FindingTexts Result;
  for (const std::string &Text : All)
    if (llvm::is_contained(Files, Text.substr(0, Text.find(':'))))
      Result.push_back(Text);
  return Result;
}

/// Paths of a report are relative to its root, which is not the project's when
/// that lies in another repository.
FindingTexts ofProgram(const Place &P, std::vector<std::string> Arguments) {
  Arguments.insert(Arguments.begin(), {slowpathProgram(), "check", "--format",
                                       "json", "-p", P.BuildDir});
  ProcessOptions Options;
  Options.Directory = P.Root;
  Options.TimeoutSeconds = 240;
  const ProcessResult Result = run(Arguments, Options);
  llvm::Expected<llvm::json::Value> Report = llvm::json::parse(Result.Out);
  if (!Report || !Report->getAsObject()) {
    ADD_FAILURE() << "not JSON: " << Result.Out << Result.Err << Result.Problem;
    if (!Report)
      llvm::consumeError(Report.takeError());
    return {};
  }
  EXPECT_THAT(errorFilesOf(*Report->getAsObject()), IsEmpty());
  FindingTexts Found = findingsOf(*Report->getAsObject());
  for (std::string &Text : Found)
    for (const std::string &File : P.files()) {
      const std::string Shown = Text.substr(0, Text.find(':'));
      if (llvm::StringRef(P.Root + "/" + File).ends_with("/" + Shown))
        Text.replace(0, Shown.size(), File);
    }
  return Found;
}

FindingTexts ofPlugin(const Place &P, const std::vector<std::string> &Files) {
  std::vector<std::string> Arguments = {"-p", P.BuildDir, "--header-filter=.*"};
  Arguments.insert(Arguments.end(), Files.begin(), Files.end());
  const ProcessResult Result = clangTidy(P.Root, Arguments);
  EXPECT_EQ(Result.Status, 0) << Result.Err << Result.Problem;
  return warningsOf(Result.Out, P.Root);
}

/// What clangd makes of a message: it begins with a capital and ends with a
/// remark.
std::string asInEditors(std::string Message, bool HasFix) {
  Message[0] = llvm::toUpper(Message[0]);
  return Message + (HasFix ? " (fix available)" : "");
}

/// Opens all files one after the other. Messages come back as they were before
/// clangd made them its own, when they are among Expected.
FindingTexts ofEditor(const Place &P, const FindingTexts &Expected) {
  TemporaryFolder Home("home");
  const std::string Log = Home.file("log");
  auto Started = LspClient::start(
      SLOWPATH_BINARY_DIR "/bin/slowpath-clangd",
      {"--compile-commands-dir=" + P.BuildDir, "--background-index=0"}, P.Root,
      {"XDG_CONFIG_HOME=" + Home.path(), "XDG_CACHE_HOME=" + Home.path()}, Log);
  if (!Started) {
    ADD_FAILURE() << llvm::toString(Started.takeError());
    return {};
  }
  std::map<std::string, std::string> Known;
  for (const std::string &Text : Expected) {
    const size_t Begin = Text.find(": ") + 2;
    const size_t End = Text.rfind(" [");
    for (bool HasFix : {false, true})
      Known[Text.substr(0, Begin) +
            asInEditors(Text.substr(Begin, End - Begin), HasFix) +
            Text.substr(End)] = Text;
  }

  FindingTexts Found;
  for (const std::string &File : P.files()) {
    const std::string Path = P.Root + "/" + File;
    if (llvm::Error Error = (*Started)->open(Path, readFile(Path))) {
      ADD_FAILURE() << llvm::toString(std::move(Error));
      return {};
    }
    llvm::Expected<llvm::json::Array> Published =
        (*Started)->diagnostics(Path, 1);
    if (!Published) {
      ADD_FAILURE() << llvm::toString(Published.takeError()) << readFile(Log);
      return {};
    }
    for (const llvm::json::Value &Value : *Published) {
      const llvm::json::Object &Fields = *Value.getAsObject();
      const llvm::StringRef Check = Fields.getString("code").value_or("");
      if (!Check.starts_with("slowpath-"))
        continue;
      const llvm::json::Object &Start =
          *Fields.getObject("range")->getObject("start");
      const std::string Text = fmt::format(
          "{}:{}:{}: {} [{}]", File, *Start.getInteger("line") + 1,
          *Start.getInteger("character") + 1,
          Fields.getString("message").value_or("").str(), Check.str());
      const auto Original = Known.find(Text);
      Found.push_back(Original == Known.end() ? Text : Original->second);
    }
  }
  return Found;
}

/// Compares the programs; returns what they agree on.
FindingTexts expectSameFindings(const Place &P) {
  // File by file: what only several show, the other two do not see.
  FindingTexts Program;
  for (const std::string &Source : P.Sources)
    llvm::append_range(Program, ofProgram(P, {Source}));
  llvm::sort(Program);
  Program.erase(llvm::unique(Program), Program.end());
  EXPECT_THAT(ofPlugin(P, P.Sources), UnorderedElementsAreArray(Program))
      << "the plugin, compared with the program";
  EXPECT_THAT(ofEditor(P, Program), UnorderedElementsAreArray(Program))
      << "slowpath-clangd, compared with the program";
  // Headers by name: the program looks at them through a file that includes
  // them, clang-tidy and clangd alone.
  const FindingTexts InHeaders = in(P.Headers, Program);
  if (!P.Headers.empty()) {
    EXPECT_THAT(ofProgram(P, P.Headers), UnorderedElementsAreArray(InHeaders));
    EXPECT_THAT(in(P.Headers, ofPlugin(P, P.Headers)),
                UnorderedElementsAreArray(InHeaders));
  }
  return Program;
}

std::vector<std::string> filesIn(const std::string &Folder,
                                 const std::string &Extension) {
  std::vector<std::string> Files;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator File(Folder, Error), End;
       !Error && File != End; File.increment(Error))
    if (llvm::StringRef(File->path()).ends_with(Extension))
      Files.push_back("src/" + llvm::sys::path::filename(File->path()).str());
  llvm::sort(Files);
  return Files;
}

TEST(ParityTest, ExampleProject) {
  const TemporaryFolder Build("example-build");
  Place Example;
  Example.Root = SLOWPATH_SOURCE_DIR "/docs/example";
  Example.BuildDir = Build.path();
  Example.Sources = filesIn(Example.Root + "/src", ".cpp");
  Example.Headers = filesIn(Example.Root + "/src", ".h");
  const ProcessResult Configured = configureExample(Build.path());
  ASSERT_EQ(Configured.Status, 0) << Configured.Out << Configured.Err;

  const FindingTexts Found = expectSameFindings(Example);
  // The example has these, and one each in a header and by way of a header.
  for (const char *Check :
       {"slowpath-string-append", "slowpath-front-insert",
        "slowpath-unbounded-fanout", "slowpath-commit-per-item"})
    EXPECT_THAT(Found, Contains(HasSubstr(Check)));
  EXPECT_THAT(in({"src/text.h"}, Found), Not(IsEmpty()));
  EXPECT_THAT(in({"src/repository.cpp"}, Found), Not(IsEmpty()));
}

// clangd keeps the bodies of functions in headers, and calls in them, out of a
// file's syntax tree unless told otherwise.
TEST(ParityTest, WhatHeadersSayCountsInTheFile) {
  Project P;
  P.write("src/database.h", R"cpp(#pragma once
#include <sqlite3.h>
#include <string>
#include <vector>

namespace db {

class Connection {
public:
  void exec(const char *sql) {
    sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  }

private:
  sqlite3 *handle_ = nullptr;
};

void add(std::string &out, const std::string &part);

inline void addAll(std::string &out, const std::vector<std::string> &parts) {
  for (const std::string &part : parts)
    add(out, part);
}

void addFirst(std::string &out, const std::string &part);

inline void addTheFirst(std::string &out,
                        const std::vector<std::string> &parts) {
  if (!parts.empty())
    addFirst(out, parts.front());
}

} // namespace db
)cpp");
  // The loop around add() and what exec() does are in the header; nothing
  // calls addFirst() in a loop.
  P.add("src/database.cpp", R"cpp(#include "database.h"

void db::add(std::string &out, const std::string &part) {
  out = out + "," + part;
}

void db::addFirst(std::string &out, const std::string &part) {
  out = out + "," + part;
}

void touchAll(db::Connection &db, const std::vector<int> &ids) {
  for (int id : ids) {
    (void)id;
    db.exec("UPDATE items SET seen = seen + 1");
  }
}
)cpp");
  P.writeDatabase();
  const FindingTexts Found = expectSameFindings(
      {P.root(), P.file("build"), {"src/database.cpp"}, {"src/database.h"}});
  EXPECT_THAT(Found, Contains(HasSubstr("database.cpp:4:3: ")));
  EXPECT_THAT(Found, Not(Contains(HasSubstr("database.cpp:8:3: "))));
  EXPECT_THAT(Found, Contains(HasSubstr("slowpath-commit-per-item")));
}

// Both ways: a write in another file is found, and a transaction that a caller
// in another file opens is known.
TEST(ParityTest, WithAnIndexCommitsOfOtherFilesCount) {
  Project P;
  P.write("src/store.h", R"cpp(#pragma once
#include <sqlite3.h>
#include <string>
#include <vector>

void insert(sqlite3 *db, int id);
void fill(sqlite3 *db, const std::vector<int> &ids);
)cpp");
  P.add("src/store.cpp", R"cpp(#include "store.h"

void insert(sqlite3 *db, int id) {
  const std::string sql = "INSERT INTO t VALUES(" + std::to_string(id) + ")";
  sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
}

void fill(sqlite3 *db, const std::vector<int> &ids) {
  for (int id : ids) {
    const std::string sql = "INSERT INTO u VALUES(" + std::to_string(id) + ")";
    sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  }
}
)cpp");
  P.add("src/main.cpp", R"cpp(#include "store.h"

void addAll(sqlite3 *db, const std::vector<int> &ids) {
  for (int id : ids)
    insert(db, id);
}

int main(int count, char **) {
  sqlite3 *db = nullptr;
  sqlite3_open("store.db", &db);
  const std::vector<int> ids(static_cast<std::size_t>(count));
  addAll(db, ids);
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  fill(db, ids);
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
}
)cpp");
  P.writeDatabase();
  const Place Here{
      P.root(), P.file("build"), {"src/main.cpp", "src/store.cpp"}, {}};
  EXPECT_THAT(ofPlugin(Here, Here.Sources),
              testing::ElementsAre(HasSubstr("src/store.cpp:11:5: ")))
      << "without an index";
  const FindingTexts Whole = ofProgram(Here, {"--index"});
  EXPECT_THAT(Whole, testing::ElementsAre(
                         HasSubstr("src/main.cpp:5:5: each 'insert' runs")));
  EXPECT_THAT(ofPlugin(Here, Here.Sources), UnorderedElementsAreArray(Whole));
  EXPECT_THAT(ofEditor(Here, Whole), UnorderedElementsAreArray(Whole));
}

TEST(ParityTest, WithAnIndexOtherFilesCount) {
  Project P;
  P.write("src/store.h", R"cpp(#pragma once
#include <sqlite3.h>

class Store {
public:
  explicit Store(sqlite3 *to) : db(to) {}
  void insert(int id);
  void insertOnce(int id);

private:
  sqlite3 *db;
  sqlite3_stmt *kept = nullptr;
};
)cpp");
  const std::string Store = R"cpp(#include "store.h"

void Store::insert(int id) {
  sqlite3_stmt *insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?1)", -1, &insert, nullptr);
  sqlite3_bind_int(insert, 1, id);
  sqlite3_step(insert);
  sqlite3_finalize(insert);
}

void Store::insertOnce(int id) {
  if (!kept)
    sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?1)", -1, &kept, nullptr);
  sqlite3_bind_int(kept, 1, id);
  sqlite3_step(kept);
  sqlite3_reset(kept);
}
)cpp";
  P.add("src/store.cpp", Store);
  P.add("src/main.cpp", R"cpp(#include "store.h"
#include <vector>

void addAll(sqlite3 *db, const std::vector<int> &ids) {
  Store store(db);
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  for (int id : ids)
    store.insert(id);
  for (int id : ids)
    store.insertOnce(id);
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
}
)cpp");
  P.writeDatabase();
  const Place Here{
      P.root(), P.file("build"), {"src/main.cpp", "src/store.cpp"}, {}};
  EXPECT_THAT(ofPlugin(Here, Here.Sources), IsEmpty()) << "without an index";

  const FindingTexts Whole = ofProgram(Here, {"--index"});
  EXPECT_THAT(Whole, testing::ElementsAre(testing::AllOf(
                         HasSubstr("src/main.cpp:8:5: each 'store.insert'"),
                         HasSubstr("slowpath-prepare-in-loop"))));
  EXPECT_THAT(ofPlugin(Here, Here.Sources), UnorderedElementsAreArray(Whole));
  EXPECT_THAT(ofEditor(Here, Whole), UnorderedElementsAreArray(Whole));

  // What was changed since may do something else.
  P.write("src/store.cpp", Store + "// changed\n");
  EXPECT_THAT(ofPlugin(Here, Here.Sources), IsEmpty());
  EXPECT_THAT(ofProgram(Here, {"--index"}), UnorderedElementsAreArray(Whole));
  EXPECT_THAT(ofPlugin(Here, Here.Sources), UnorderedElementsAreArray(Whole));
  // Another file by name; none is no error.
  P.write(".clang-tidy", "Checks: '-*,slowpath-*'\n"
                         "CheckOptions: {slowpath.Index: missing.sqlite}\n");
  EXPECT_THAT(ofPlugin(Here, Here.Sources), IsEmpty());
  P.write(".slowpath/index.sqlite", "no database");
  EXPECT_THAT(ofPlugin(Here, Here.Sources), IsEmpty());
}

} // namespace
} // namespace slowpath::test
