// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an editor sees of slowpath-clangd, over the protocol it speaks. Unless a
// test says otherwise, the project has a compile_commands.json and no other
// configuration, and the server gets no flags.
#include "checks/AllChecks.h"
#include "tests/support/LspClient.h"
#include "tests/support/Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace slowpath::test {
namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr llvm::StringLiteral StringAppend = "slowpath-string-append";

// One finding, with a safe rewrite.
constexpr llvm::StringLiteral Joined = R"cpp(#include <string>
#include <vector>

std::string joined(const std::vector<std::string> &Parts) {
  std::string Result;
  for (const std::string &Part : Parts)
    Result = Result + Part;
  return Result;
}
)cpp";

/// A diagnostic as the protocol has it, read into what the tests ask about.
struct Published {
  std::string Code;
  std::string Source;
  std::string Link;
  /// The quick fixes that came along with it.
  Array Inline;
  Value Json;
};

void PrintTo(const Published &Diagnostic, std::ostream *Out) {
  *Out << llvm::formatv("{0:2}", Diagnostic.Json).str();
}

struct Action {
  std::string Title;
  bool IsPreferred = false;
  Array Edits;
};

void PrintTo(const Action &Offered, std::ostream *Out) {
  *Out << Offered.Title << (Offered.IsPreferred ? " (preferred)" : "")
       << llvm::formatv(" {0}", Value(Array(Offered.Edits))).str();
}

size_t offsetOf(llvm::StringRef Text, const Object &Position) {
  size_t Offset = 0;
  for (int64_t Line = *Position.getInteger("line"); Line > 0; --Line)
    Offset = Text.find('\n', Offset) + 1;
  // The texts are ASCII, so that UTF-16 units are bytes.
  return Offset + static_cast<size_t>(*Position.getInteger("character"));
}

std::string applied(llvm::StringRef Text, const Array &Edits) {
  struct Replacement {
    size_t Begin;
    size_t End;
    std::string New;
  };
  std::vector<Replacement> Replacements;
  for (const Value &Edit : Edits) {
    const Object &Range = *Edit.getAsObject()->getObject("range");
    Replacements.push_back({offsetOf(Text, *Range.getObject("start")),
                            offsetOf(Text, *Range.getObject("end")),
                            Edit.getAsObject()->getString("newText")->str()});
  }
  // From the back, so that offsets stay right.
  llvm::sort(Replacements, [](const Replacement &A, const Replacement &B) {
    return A.Begin > B.Begin;
  });
  std::string Result = Text.str();
  for (const Replacement &R : Replacements)
    Result.replace(R.Begin, R.End - R.Begin, R.New);
  return Result;
}

class ClangdTest : public testing::Test {
protected:
  void SetUp() override {
    writeFile(Source, "");
    writeFile(
        Project.file("compile_commands.json"),
        llvm::formatv(
            "{0}",
            Value(Array{Object{
                {"directory", Project.path()},
                {"file", Source},
                {"arguments", Array{"clang++", "-std=c++20", "-c", Source}}}}))
            .str());
  }

  void TearDown() override {
    if (Client && HasFailure())
      std::cerr << "the server's log:\n" << readFile(Log);
  }

  /// The environment without the user's own configuration of clangd.
  std::vector<std::string> environment() {
    return {"XDG_CONFIG_HOME=" + Home.path(), "XDG_CACHE_HOME=" + Home.path()};
  }

  void startServer(llvm::ArrayRef<std::string> Flags = {}) {
    auto Started = LspClient::start(SLOWPATH_CLANGD, Flags, Project.path(),
                                    environment(), Log);
    ASSERT_TRUE(bool(Started)) << llvm::toString(Started.takeError());
    Client = std::move(*Started);
  }

  /// The diagnostics of File (else of the source file) after its text became
  /// that version's.
  std::vector<Published> publishedFor(int Version, llvm::StringRef Text,
                                      std::string File = "") {
    if (File.empty())
      File = Source;
    llvm::Error Err = Version == 1 ? Client->open(File, Text)
                                   : Client->change(File, Version, Text);
    if (Err) {
      ADD_FAILURE() << llvm::toString(std::move(Err));
      return {};
    }
    llvm::Expected<Array> Diagnostics = Client->diagnostics(File, Version);
    if (!Diagnostics) {
      ADD_FAILURE() << llvm::toString(Diagnostics.takeError());
      return {};
    }
    std::vector<Published> Result;
    for (Value &Diagnostic : *Diagnostics) {
      const Object &Fields = *Diagnostic.getAsObject();
      const Object *Description = Fields.getObject("codeDescription");
      const Array *Inline = Fields.getArray("codeActions");
      Result.push_back(
          {Fields.getString("code").value_or("").str(),
           Fields.getString("source").value_or("").str(),
           Description ? Description->getString("href").value_or("").str() : "",
           Inline ? *Inline : Array(), Diagnostic});
    }
    return Result;
  }

  /// The quick fixes offered on a diagnostic.
  std::vector<Action> quickFixes(const Published &Diagnostic) {
    llvm::Expected<Value> Answer = Client->request(
        "textDocument/codeAction",
        Object{{"textDocument", Object{{"uri", LspClient::uri(Source)}}},
               {"range", *Diagnostic.Json.getAsObject()->get("range")},
               {"context", Object{{"diagnostics", Array{Diagnostic.Json}},
                                  {"only", Array{"quickfix"}}}}});
    if (!Answer || !Answer->getAsArray()) {
      ADD_FAILURE() << (Answer ? llvm::formatv("{0}", *Answer).str()
                               : llvm::toString(Answer.takeError()));
      return {};
    }
    std::vector<Action> Result;
    for (const Value &Offered : *Answer->getAsArray()) {
      const Object &Fields = *Offered.getAsObject();
      Action Next;
      Next.Title = Fields.getString("title").value_or("").str();
      Next.IsPreferred = Fields.getBoolean("isPreferred").value_or(false);
      if (const Object *Edit = Fields.getObject("edit"))
        if (const Object *Changes = Edit->getObject("changes"))
          if (const Array *Edits = Changes->getArray(LspClient::uri(Source)))
            Next.Edits = *Edits;
      Result.push_back(std::move(Next));
    }
    return Result;
  }

  TemporaryFolder Project{"project"};
  TemporaryFolder Home{"home"};
  std::string Source = Project.file("main.cpp");
  std::string Log = Home.file("log");
  std::unique_ptr<LspClient> Client;
};

auto hasCode(llvm::StringRef Code) {
  return testing::Field("code", &Published::Code, Code.str());
}

TEST_F(ClangdTest, FindingNamesSlowpathAndLinksToItsPage) {
  startServer();
  auto Diagnostics = publishedFor(1, Joined);
  EXPECT_THAT(
      Diagnostics,
      ElementsAre(AllOf(
          hasCode(StringAppend), testing::Field(&Published::Source, "slowpath"),
          testing::Field(&Published::Link, docsUrl(StringAppend)))));
}

TEST_F(ClangdTest, OtherDiagnosticsKeepTheirSourceAndLink) {
  writeFile(Project.file(".clang-tidy"),
            "Checks: '-*,modernize-use-nullptr'\n");
  startServer();
  auto Diagnostics = publishedFor(1, "int *P = 0;\nint f() { return Q; }\n");
  EXPECT_THAT(
      Diagnostics,
      UnorderedElementsAre(
          AllOf(hasCode("modernize-use-nullptr"),
                testing::Field(&Published::Source, "clang-tidy"),
                testing::Field(&Published::Link,
                               HasSubstr("clang.llvm.org/extra/clang-tidy"))),
          AllOf(hasCode("undeclared_var_use"),
                testing::Field(&Published::Source, "clang"))));
}

TEST_F(ClangdTest, ApplyingTheQuickFixRemovesTheFinding) {
  startServer();
  auto Before = publishedFor(1, Joined);
  ASSERT_THAT(Before, ElementsAre(hasCode(StringAppend)));
  auto Actions = quickFixes(Before.front());
  ASSERT_THAT(Actions, testing::SizeIs(1));
  EXPECT_TRUE(Actions.front().IsPreferred);
  std::string Fixed = applied(Joined, Actions.front().Edits);
  EXPECT_THAT(Fixed, HasSubstr("    Result += Part;\n"));
  EXPECT_THAT(publishedFor(2, Fixed), IsEmpty());
}

TEST_F(ClangdTest, RewriteThatNeedsReviewIsOfferedButNotPreferred) {
  startServer();
  // What the second next() does to the string that Result refers to, the
  // assignment overwrote.
  constexpr llvm::StringLiteral OnReference = R"cpp(#include <string>
std::string next();
void appendAll(std::string &Result, int N) {
  for (int I = 0; I < N; ++I) {
    Result = Result + next() + next();
  }
}
)cpp";
  auto Diagnostics = publishedFor(1, OnReference);
  ASSERT_THAT(Diagnostics, ElementsAre(hasCode(StringAppend)));
  auto Actions = quickFixes(Diagnostics.front());
  ASSERT_THAT(Actions, testing::SizeIs(1));
  EXPECT_THAT(Actions.front().Title, HasSubstr("append in place"));
  EXPECT_FALSE(Actions.front().IsPreferred);
  // The same fix, sent with the diagnostic.
  ASSERT_THAT(Diagnostics.front().Inline, testing::SizeIs(1));
  EXPECT_FALSE(
      Diagnostics.front().Inline.front().getAsObject()->get("isPreferred"));
  EXPECT_THAT(applied(OnReference, Actions.front().Edits),
              HasSubstr("    Result += next() + next();\n"));
}

TEST_F(ClangdTest, AdviceIsShownWithTheFindingAndChangesNothing) {
  startServer();
  auto Diagnostics = publishedFor(1, R"cpp(#include <string>
#include <vector>
std::string reversed(const std::vector<std::string> &Parts) {
  std::string Result;
  for (const std::string &Part : Parts)
    Result = Part + Result;
  return Result;
}
)cpp");
  ASSERT_THAT(Diagnostics, ElementsAre(hasCode(StringAppend)));
  const Object &Fields = *Diagnostics.front().Json.getAsObject();
  ASSERT_TRUE(Fields.getArray("relatedInformation"));
  EXPECT_THAT(
      llvm::formatv("{0}", *Fields.get("relatedInformation")).str(),
      AllOf(HasSubstr("Inside this loop"), HasSubstr("parts.push_back(Part)")));
  EXPECT_THAT(quickFixes(Diagnostics.front()), IsEmpty());
}

TEST_F(ClangdTest, HeaderIsReportedOnWhenItIsOpen) {
  std::string Header = Project.file("joined.h");
  std::string Inline = "#pragma once\n" + Joined.str();
  Inline.replace(Inline.find("std::string joined"), 0, "inline ");
  writeFile(Header, Inline);
  startServer();
  EXPECT_THAT(publishedFor(1, "#include \"joined.h\"\n"
                              "std::string all() { return joined({}); }\n"),
              IsEmpty());
  EXPECT_THAT(publishedFor(1, Inline, Header),
              ElementsAre(hasCode(StringAppend)));
}

TEST_F(ClangdTest, TidyFileThatNamesOtherChecksOfSlowpathIsHonoured) {
  writeFile(Project.file(".clang-tidy"),
            "Checks: '-*,slowpath-front-insert'\n");
  startServer();
  EXPECT_THAT(publishedFor(1, Joined), Not(Contains(hasCode(StringAppend))));
}

TEST_F(ClangdTest, TidyFileThatDisablesACheckDisablesOnlyThat) {
  writeFile(Project.file(".clang-tidy"), "Checks: '-slowpath-front-insert'\n");
  startServer();
  EXPECT_THAT(publishedFor(1, Joined), Contains(hasCode(StringAppend)));
}

TEST_F(ClangdTest, TidyFileThatDisablesSlowpathIsHonoured) {
  writeFile(Project.file(".clang-tidy"), "Checks: '-slowpath-*'\n");
  startServer();
  EXPECT_THAT(publishedFor(1, Joined), IsEmpty());
}

TEST_F(ClangdTest, TidyFileThatDoesNotMentionSlowpathLeavesItOn) {
  writeFile(Project.file(".clang-tidy"),
            "Checks: '-*,readability-identifier-length'\n");
  startServer();
  auto Diagnostics = publishedFor(1, Joined);
  EXPECT_THAT(Diagnostics, Contains(hasCode(StringAppend)));
}

TEST_F(ClangdTest, ClangdConfigurationCanRemoveACheck) {
  writeFile(Project.file(".clangd"),
            "Diagnostics:\n  ClangTidy:\n    Remove: slowpath-string-append\n");
  startServer();
  EXPECT_THAT(publishedFor(1, Joined), IsEmpty());
}

TEST_F(ClangdTest, FlagThatTurnsClangTidyOffTurnsSlowpathOff) {
  startServer({"--clang-tidy=0"});
  EXPECT_THAT(publishedFor(1, Joined), IsEmpty());
}

TEST_F(ClangdTest, SurvivesCodeThatIsBeingTyped) {
  startServer();
  // Every prefix that ends in a token of the loop, as if typed.
  llvm::StringRef Text = Joined;
  size_t Loop = Text.find("  for (");
  int Version = 0;
  for (size_t End = Loop; End < Text.size(); ++End)
    if (llvm::StringRef(" (:;&=+").contains(Text[End])) {
      ASSERT_NO_FATAL_FAILURE(
          publishedFor(++Version, Text.take_front(End + 1)));
      ASSERT_FALSE(HasFailure()) << Text.take_front(End + 1).str();
    }
  ASSERT_GT(Version, 10);
  EXPECT_THAT(publishedFor(++Version, Text), Contains(hasCode(StringAppend)));
}

TEST_F(ClangdTest, ServesTheRestOfClangd) {
  startServer();
  publishedFor(1, "int twice(int X) { return X + X; }\n");
  auto Hover = Client->request(
      "textDocument/hover",
      Object{{"textDocument", Object{{"uri", LspClient::uri(Source)}}},
             {"position", Object{{"line", 0}, {"character", 5}}}});
  ASSERT_TRUE(bool(Hover)) << llvm::toString(Hover.takeError());
  EXPECT_THAT(llvm::formatv("{0}", *Hover).str(), HasSubstr("twice"));

  // clangd's refactorings are registered at link time.
  Object Selection{{"start", Object{{"line", 0}, {"character", 26}}},
                   {"end", Object{{"line", 0}, {"character", 31}}}};
  auto Refactorings = Client->request(
      "textDocument/codeAction",
      Object{{"textDocument", Object{{"uri", LspClient::uri(Source)}}},
             {"range", std::move(Selection)},
             {"context", Object{{"diagnostics", Array{}}}}});
  ASSERT_TRUE(bool(Refactorings)) << llvm::toString(Refactorings.takeError());
  EXPECT_THAT(llvm::formatv("{0}", *Refactorings).str(),
              HasSubstr("Extract subexpression to variable"));
}

TEST_F(ClangdTest, ExitsWhenTold) {
  startServer();
  auto Info = llvm::formatv("{0}", Client->capabilities()).str();
  EXPECT_THAT(Info, AllOf(HasSubstr("slowpath-clangd"),
                          HasSubstr("clangd version 22")));
  publishedFor(1, Joined);
  auto Code = Client->shutdown();
  ASSERT_TRUE(bool(Code)) << llvm::toString(Code.takeError());
  EXPECT_EQ(*Code, 0);
}

TEST_F(ClangdTest, CheckModeRunsTheChecks) {
  writeFile(Source, Joined);
  ProcessOptions Options;
  Options.Environment = environment();
  Options.TimeoutSeconds = 120;
  auto Result = run(
      {SLOWPATH_CLANGD, "--check=" + Source, "--check-tidy-time=slowpath-*"},
      Options);
  EXPECT_EQ(Result.Status, 0) << Result.Problem << Result.Err;
  EXPECT_THAT(Result.Err, AllOf(HasSubstr(StringAppend.str()),
                                HasSubstr("All checks completed, 0 errors")));
}

class ResourceDirTest : public ClangdTest {
protected:
  /// What Program says about how it parses the source file.
  std::string checked(const std::string &Program,
                      std::vector<std::string> Flags = {},
                      llvm::StringRef FlagsVariable = "") {
    ProcessOptions Options;
    Options.Environment = environment();
    Options.Environment.push_back("CLANGD_FLAGS=" + FlagsVariable.str());
    Flags.insert(Flags.begin(), Program);
    Flags.push_back("--check=" + Source);
    ProcessResult Result = run(Flags, Options);
    // An option given twice would be an error.
    EXPECT_EQ(Result.Status, 0) << Result.Problem << Result.Err;
    return Result.Err;
  }

  static auto uses(const std::string &Dir) {
    return HasSubstr(" -resource-dir " + Dir + " ");
  }
};

TEST_F(ResourceDirTest, IsClangsWhereNoneStandsBesideTheProgram) {
  EXPECT_THAT(checked(SLOWPATH_CLANGD), uses(SLOWPATH_CLANG_RESOURCE_DIR));
}

TEST_F(ResourceDirTest, IsTheOneBesideTheProgram) {
  std::string Program = Home.file("bin/slowpath-clangd");
  std::string Beside =
      Home.file("lib/clang/" +
                llvm::sys::path::filename(SLOWPATH_CLANG_RESOURCE_DIR).str());
  ASSERT_FALSE(llvm::sys::fs::create_directories(Home.file("bin")));
  ASSERT_FALSE(llvm::sys::fs::create_directories(Beside));
  ASSERT_FALSE(llvm::sys::fs::copy_file(SLOWPATH_CLANGD, Program));
  ASSERT_FALSE(llvm::sys::fs::setPermissions(Program, llvm::sys::fs::all_all));
  EXPECT_THAT(checked(Program), uses(Beside));
}

TEST_F(ResourceDirTest, IsTheUsersChoice) {
  std::string Chosen = Home.file("chosen");
  EXPECT_THAT(checked(SLOWPATH_CLANGD, {"--resource-dir=" + Chosen}),
              uses(Chosen));
  EXPECT_THAT(checked(SLOWPATH_CLANGD, {"-resource-dir", Chosen}),
              uses(Chosen));
  EXPECT_THAT(checked(SLOWPATH_CLANGD, {}, "--resource-dir=" + Chosen),
              uses(Chosen));
}

} // namespace
} // namespace slowpath::test
