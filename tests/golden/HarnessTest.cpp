// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The golden harness itself: a harness that cannot fail proves nothing.
#include "tests/support/Golden.h"
#include "tests/support/Pages.h"
#include "tests/support/Process.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstdlib>

namespace slowpath::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;

/// Runs golden cases of slowpath-string-append from a temporary folder.
class HarnessTest : public testing::Test {
protected:
  void write(llvm::StringRef File, llvm::StringRef Text) {
    writeFile(Folder.file(("string-append/" + File).str()), Text);
  }

  std::vector<std::string> check(const std::string &Name) {
    return checkCase(
        {"string-append", Name, Folder.file("string-append/" + Name + ".cpp")});
  }

  bool exists(llvm::StringRef File) {
    return llvm::sys::fs::exists(Folder.file(("string-append/" + File).str()));
  }

  /// A whole case with one safe fix. Wants is the comment on the line of the
  /// finding, Body what main does with the result.
  static std::string safeCase(llvm::StringRef Wants, llvm::StringRef Body) {
    return ("#include <iostream>\n"
            "#include <string>\n"
            "#include <vector>\n"
            "std::string joinBad(const std::vector<std::string> &parts) {\n"
            "  std::string text;\n"
            "  for (const auto &part : parts)\n"
            "    text = text + part; " +
            Wants + "\n  return text;\n}\n" + Body)
        .str();
  }

  static constexpr llvm::StringLiteral Main =
      "int main() { std::cout << joinBad({\"a\", \"b\"}) << '\\n'; }\n";

  TemporaryFolder Folder;
};

std::string fixed(std::string Text) {
  const std::string Slow = "text = text + part";
  return Text.replace(Text.find(Slow), Slow.size(), "text += part");
}

TEST_F(HarnessTest, CompleteCasePasses) {
  const std::string Text = safeCase("// want[safe]: 'text' is copied", Main);
  write("basic.cpp", Text);
  write("basic.fixed.cpp", fixed(Text));
  EXPECT_THAT(check("basic"), IsEmpty());
}

TEST_F(HarnessTest, NoteAndAdviceAreCompared) {
  const std::string Good = "#include <string>\n"
                           "#include <vector>\n"
                           "std::string bad(std::vector<std::string> parts) {\n"
                           "  std::string text;\n"
                           "  // want-note@+1: inside this loop\n"
                           "  for (const auto &part : parts)\n"
                           "    text = part + text; // want[advice]: prepend\n"
                           "  // want-advice: text += *part;\n"
                           "  return text;\n"
                           "}\n";
  write("good.cpp", Good);
  EXPECT_THAT(check("good"), IsEmpty());
  std::string Bad = Good;
  Bad.replace(Bad.find("inside this"), 11, "outside of ");
  Bad.replace(Bad.find("text += *part"), 13, "text.tnirp() ");
  write("bad.cpp", Bad);
  EXPECT_THAT(check("bad"),
              ElementsAre(AllOf(HasSubstr("bad.cpp:7"), HasSubstr("tnirp")),
                          AllOf(HasSubstr("bad.cpp:6"), HasSubstr("outside"),
                                HasSubstr("got: inside this loop"))));
}

TEST_F(HarnessTest, UnexpectedFindingFails) {
  write("silent_ok.cpp", safeCase("", Main));
  EXPECT_THAT(check("silent_ok"),
              ElementsAre(AllOf(HasSubstr("silent_ok.cpp:7:5"),
                                HasSubstr("unexpected finding"),
                                HasSubstr("'text' is copied"))));
}

TEST_F(HarnessTest, UnmetWantFails) {
  write("unmet.cpp", "int f(); // want: something slow\n");
  EXPECT_THAT(check("unmet"),
              ElementsAre(AllOf(HasSubstr("unmet.cpp:1"),
                                HasSubstr("want: something slow"),
                                HasSubstr("got: nothing here"))));
}

TEST_F(HarnessTest, OneFindingMeetsOneWant) {
  write("twice.cpp", safeCase("// want: 'text' // want: 'text'", Main));
  EXPECT_THAT(check("twice"), ElementsAre(HasSubstr("want not met")));
}

TEST_F(HarnessTest, OtherLineFails) {
  write("line.cpp", safeCase("// want@-1: 'text'", Main));
  EXPECT_THAT(check("line"),
              ElementsAre(HasSubstr("line.cpp:6: want not met"),
                          HasSubstr("line.cpp:7:5: unexpected")));
}

TEST_F(HarnessTest, OtherLevelFails) {
  write("level.cpp", safeCase("// want[review]: 'text'", Main));
  EXPECT_THAT(check("level"),
              ElementsAre(HasSubstr("[slowpath-string-append, safe]"),
                          HasSubstr("unexpected finding")));
}

TEST_F(HarnessTest, CompileErrorFailsUnlessAllowed) {
  write("error_ok.cpp", "int x = undeclared;\n");
  EXPECT_THAT(check("error_ok"),
              ElementsAre(HasSubstr("use of undeclared identifier")));
  write("allowed_ok.cpp", "// error-ok\nint x = undeclared;\n");
  EXPECT_THAT(check("allowed_ok"), IsEmpty());
}

TEST_F(HarnessTest, CaseWithoutWantsFails) {
  write("nothing.cpp", "int x;\n");
  EXPECT_THAT(check("nothing"), ElementsAre(HasSubstr("wants nothing")));
  write("wanting_ok.cpp", safeCase("// want: 'text'", Main));
  EXPECT_THAT(check("wanting_ok"),
              ElementsAre(HasSubstr("an _ok case wants findings")));
}

TEST_F(HarnessTest, UnknownCommentFormFails) {
  write("form_ok.cpp", "// option: x=y\nint x; // want[sure]: y\n");
  EXPECT_THAT(check("form_ok"),
              ElementsAre(HasSubstr("no such directive: // option: x=y"),
                          HasSubstr("no such expectation: want[sure]: y")));
}

TEST_F(HarnessTest, DirectivesReachTheCompilerAndTheCheck) {
  const std::string Text =
      "// args: -std=c++17 -DJOIN=joinBad\n"
      "// options: slowpath-string-append.Temporaries=true\n"
      "// A sentence that explains the case.\n"
      "#include <string>\n"
      "#include <vector>\n"
      "static_assert(__cplusplus == 201703L);\n"
      "std::string JOIN(const std::vector<std::string> &parts) {\n"
      "  std::string text;\n"
      "  for (const auto &part : parts)\n"
      "    text += part + \",\"; // want: 'text'\n"
      "  return text;\n"
      "}\n";
  write("directives.cpp", Text);
  EXPECT_THAT(check("directives"),
              Not(testing::Contains(HasSubstr("want not met"))));
  write("without_ok.cpp",
        Text.substr(0, Text.find("// want: 'text'")) + "\n  return text;\n}\n");
  EXPECT_THAT(check("without_ok"),
              testing::Contains(HasSubstr("unexpected finding")));
}

TEST_F(HarnessTest, MissingPackageFails) {
  write("package_ok.cpp", "// packages: no-such-package\nint x;\n");
  EXPECT_THAT(check("package_ok"), ElementsAre(HasSubstr("no-such-package")));
}

TEST_F(HarnessTest, PackageFlagsAreUsed) {
  write("package_ok.cpp",
        "// packages: Qt5Core\n#include <QString>\nQString x;\n");
  EXPECT_THAT(check("package_ok"), IsEmpty());
}

TEST_F(HarnessTest, TestFilesAreSilentUnderTheirOwnName) {
  std::string Text = safeCase("// want: 'text'", Main);
  write("named.cpp", "// as: tests/join_test.cpp\n"
                     "// options: slowpath.Tests=false\n" +
                         Text);
  EXPECT_THAT(check("named"), ElementsAre(HasSubstr("want not met")));
  write("other.cpp", "// as: src/join.cpp\n"
                     "// options: slowpath.Tests=false\n" +
                         Text);
  EXPECT_THAT(check("other"),
              ElementsAre(HasSubstr("`as:` is for cases without fixes")));
}

TEST_F(HarnessTest, HeaderBesideTheCaseIsPartOfIt) {
  const std::string Header =
      "#pragma once\n"
      "#include <string>\n"
      "#include <vector>\n"
      "inline std::string join(const std::vector<std::string> &parts) {\n"
      "  std::string text;\n"
      "  for (const auto &part : parts)\n"
      "    text = text + part; // want[safe]: 'text'\n"
      "  return text;\n"
      "}\n";
  write("header_join.h", Header);
  write("header_join.cpp", "#include \"header_join.h\"\n"
                           "#include <iostream>\n"
                           "int main() { std::cout << join({\"a\"}); }\n");
  EXPECT_THAT(check("header_join"),
              ElementsAre(HasSubstr("header_join.fixed.h: does not exist")));
  write("header_join.fixed.h", fixed(Header));
  EXPECT_THAT(check("header_join"), IsEmpty());
}

TEST_F(HarnessTest, SnapshotIsComparedByteForByte) {
  const std::string Text = safeCase("// want[safe]: 'text'", Main);
  write("snapshot.cpp", Text);
  EXPECT_THAT(check("snapshot"),
              ElementsAre(HasSubstr("snapshot.fixed.cpp: does not exist")));
  write("snapshot.fixed.cpp", fixed(Text) + "\n");
  EXPECT_THAT(check("snapshot"), ElementsAre(HasSubstr("differs")));
  write("snapshot.fixed.cpp", fixed(Text));
  write("snapshot.review.cpp", fixed(Text));
  EXPECT_THAT(check("snapshot"),
              ElementsAre(HasSubstr("snapshot.review.cpp: exists, but")));
}

TEST_F(HarnessTest, SnapshotsAreWrittenAndRemovedOnRequest) {
  const std::string Text = safeCase("// want[safe]: 'text'", Main);
  write("update.cpp", Text);
  write("update.review.cpp", Text);
  setenv("UPDATE_SNAPSHOTS", "1", 1);
  const llvm::scope_exit Restore([] { unsetenv("UPDATE_SNAPSHOTS"); });
  EXPECT_THAT(check("update"), IsEmpty());
  EXPECT_EQ(readFile(Folder.file("string-append/update.fixed.cpp")),
            fixed(Text));
  EXPECT_FALSE(exists("update.review.cpp"));
}

TEST_F(HarnessTest, SafeFixNeedsAProgramThatPrints) {
  const std::string NoMain = safeCase("// want[safe]: 'text'", "");
  write("main.cpp", NoMain);
  write("main.fixed.cpp", fixed(NoMain));
  EXPECT_THAT(check("main"), ElementsAre(HasSubstr("no int main()")));
  const std::string Mute =
      safeCase("// want[safe]: 'text'", "int main() { joinBad({}); }\n");
  write("mute.cpp", Mute);
  write("mute.fixed.cpp", fixed(Mute));
  EXPECT_THAT(check("mute"), ElementsAre(HasSubstr("prints nothing")));
}

TEST_F(HarnessTest, ChangedBehaviourFails) {
  // The program can tell that its own source was fixed.
  const std::string Text = safeCase(
      "// want[safe]: 'text'",
      "#include <fstream>\n"
      "#include <sstream>\n"
      "int main() {\n"
      "  std::ostringstream own;\n"
      "  own << std::ifstream(__FILE__).rdbuf();\n"
      "  const bool isSlow = own.str().find(\"text = text\" \" + part\") !=\n"
      "                      std::string::npos;\n"
      "  std::cout << isSlow << joinBad({}) << '\\n';\n"
      "  return isSlow;\n"
      "}\n");
  write("changed.cpp", Text);
  write("changed.fixed.cpp", fixed(Text));
  EXPECT_THAT(check("changed"),
              ElementsAre(HasSubstr("exit status from 1 to 0"),
                          HasSubstr("change the output")));
}

TEST_F(HarnessTest, CrashingProgramFails) {
  const std::string Text =
      safeCase("// want[safe]: 'text'",
               "int main() { std::cout << joinBad({}); __builtin_trap(); }\n");
  write("crash.cpp", Text);
  write("crash.fixed.cpp", fixed(Text));
  EXPECT_THAT(check("crash"), ElementsAre(HasSubstr("the original program")));
}

TEST_F(HarnessTest, OnlyCasesAreCases) {
  write("b.cpp", "");
  write("a.cpp", "");
  write("a.fixed.cpp", "");
  write("a.review.cpp", "");
  write("a.h", "");
  std::vector<std::string> Names;
  for (const GoldenCase &Case : goldenCases(Folder.path()))
    Names.push_back(Case.Folder + "/" + Case.Name);
  EXPECT_THAT(Names, ElementsAre("string-append/a", "string-append/b"));
}

TEST(MessageTest, ConventionsAreChecked) {
  EXPECT_EQ(messageProblem("'x' is copied"), "");
  EXPECT_EQ(messageProblem("inserts at the front (O(n²) → O(n))"), "");
  EXPECT_NE(messageProblem("Inserts at the front"), "");
  EXPECT_NE(messageProblem("inserts at the front."), "");
  EXPECT_NE(messageProblem("inserts\nat the front"), "");
  EXPECT_NE(messageProblem(""), "");
}

TEST(ProcessTest, ReportsHowAProcessEnded) {
  const ProcessResult Fine =
      run({"sh", "-c", "echo out; echo err >&2; exit 3"});
  EXPECT_EQ(Fine.Status, 3);
  EXPECT_EQ(Fine.Out, "out\n");
  EXPECT_EQ(Fine.Err, "err\n");
  EXPECT_EQ(Fine.Problem, "");
  ProcessOptions Options;
  Options.TimeoutSeconds = 1;
  const ProcessResult Slow = run({"sleep", "30"}, Options);
  EXPECT_LT(Slow.Status, 0);
  EXPECT_NE(Slow.Problem, "");
  const ProcessResult Crashed = run({"sh", "-c", "kill -SEGV $$"});
  EXPECT_LT(Crashed.Status, 0);
  EXPECT_NE(Crashed.Problem, "");
}

TEST(ProcessTest, SetsFolderAndEnvironment) {
  TemporaryFolder Folder;
  ProcessOptions Options;
  Options.Directory = Folder.path();
  Options.Environment = {"SLOWPATH_PROCESS_TEST=yes"};
  Options.Unset = {"HOME"};
  const ProcessResult Result =
      run({"sh", "-c", "pwd; echo $SLOWPATH_PROCESS_TEST; echo ${HOME:-none}"},
          Options);
  EXPECT_EQ(Result.Out, Folder.path() + "\nyes\nnone\n");
}

TEST(PagesTest, SectionsAndBlocksAreFound) {
  const auto Sections = parsePage("# slowpath-x\nIntro\n"
                                  "## What\nText.\n"
                                  "## Example\n"
                                  "```cpp packages=Qt5Core,Qt5Sql args=-O1\n"
                                  "int x;\n## not a heading\n"
                                  "```\n"
                                  "```sh\nls\n```\n"
                                  "```cpp\nint y;\n```\n");
  ASSERT_THAT(Sections, SizeIs(2));
  EXPECT_EQ(Sections.at("What").Text, "Text.\n");
  const PageSection &Example = Sections.at("Example");
  ASSERT_THAT(Example.Blocks, SizeIs(2));
  EXPECT_EQ(Example.Blocks[0].Line, 7U);
  EXPECT_EQ(Example.Blocks[0].Text, "int x;\n## not a heading\n");
  EXPECT_THAT(Example.Blocks[0].Packages, ElementsAre("Qt5Core", "Qt5Sql"));
  EXPECT_THAT(Example.Blocks[0].Args, ElementsAre("-O1"));
  EXPECT_EQ(Example.Blocks[1].Text, "int y;\n");
}

} // namespace
} // namespace slowpath::test
