// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The examples of the documentation are linted, its tables are generated.
#include "checks/AllChecks.h"
#include "checks/UpstreamChecks.h"
#include "tests/support/Golden.h"
#include "tests/support/Pages.h"
#include "tests/support/Process.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <fmt/format.h>

namespace slowpath {

static void PrintTo(const CheckInfo *Info, std::ostream *Stream) {
  *Stream << Info->Name.str();
}

namespace test {
namespace {

std::string pagePath(const CheckInfo &Info) {
  return (SLOWPATH_SOURCE_DIR "/docs/checks/" + Info.Name + ".md").str();
}

/// Lints a block with one check, as a file of a made-up project.
LintResult lintBlock(const CheckInfo &Info, const CodeBlock &Block) {
  LintRequest Request;
  Request.File = "/slowpath-docs-project/example.cpp";
  Request.Overlay[Request.File] = Block.Text;
  Request.Checks = "-*," + Info.Name.str();
  Request.Args = defaultArgs();
  Request.Args.insert(Request.Args.end(), Block.Args.begin(), Block.Args.end());
  if (!Block.Packages.empty()) {
    std::vector<std::string> Command = {"pkg-config", "--cflags"};
    Command.insert(Command.end(), Block.Packages.begin(), Block.Packages.end());
    const ProcessResult Flags = run(Command);
    EXPECT_EQ(Flags.Status, 0) << Flags.Err << Flags.Problem;
    llvm::SmallVector<llvm::StringRef> Words;
    llvm::SplitString(Flags.Out, Words);
    for (llvm::StringRef Word : Words)
      Request.Args.push_back(Word.str());
  }
  LintResult Result = lint(Request);
  for (const std::string &Error : Result.CompileErrors)
    ADD_FAILURE() << "the example does not compile: " << Error;
  return Result;
}

class DocsTest : public testing::TestWithParam<const CheckInfo *> {
protected:
  void SetUp() override {
    if (llvm::sys::fs::exists(pagePath(*GetParam())))
      Sections = parsePage(readFile(pagePath(*GetParam())));
  }

  std::string at(const CodeBlock &Block) const {
    return fmt::format("{}:{}", pagePath(*GetParam()), Block.Line);
  }

  void expectSilence(const std::string &Heading) {
    for (const CodeBlock &Block : Sections[Heading].Blocks) {
      SCOPED_TRACE(at(Block));
      for (const LintedFinding &Finding :
           lintBlock(*GetParam(), Block).Findings)
        ADD_FAILURE() << "line " << Block.Line + Finding.At.Line - 1 << " ("
                      << Heading << ") is reported: " << Finding.Message;
    }
  }

  std::map<std::string, PageSection> Sections;
};

TEST_P(DocsTest, ExamplesAreReported) {
  EXPECT_FALSE(Sections["Example"].Blocks.empty())
      << pagePath(*GetParam()) << " shows no ```cpp example";
  for (const CodeBlock &Block : Sections["Example"].Blocks) {
    SCOPED_TRACE(at(Block));
    EXPECT_FALSE(lintBlock(*GetParam(), Block).Findings.empty())
        << "the example is not reported";
  }
}

TEST_P(DocsTest, AlternativesAreNotReported) {
  EXPECT_FALSE(Sections["Instead"].Blocks.empty())
      << pagePath(*GetParam()) << " shows no ```cpp alternative";
  expectSilence("Instead");
}

TEST_P(DocsTest, SilentCasesAreSilent) { expectSilence("When it is silent"); }

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(DocsTest);
INSTANTIATE_TEST_SUITE_P(
    All, DocsTest, testing::ValuesIn(allChecks().begin(), allChecks().end()),
    [](const testing::TestParamInfo<const CheckInfo *> &Parameter) {
      llvm::StringRef Folder = Parameter.param->Name;
      Folder.consume_front("slowpath-");
      std::string Name = Folder.str();
      std::replace(Name.begin(), Name.end(), '-', '_');
      return Name;
    });

/// What the table under "Measured" in the page of a check says of n = 1000, or
/// of the largest n: "27 at n = 1,000".
std::string measuredGain(const CheckInfo &Info) {
  const std::string Page =
      readFile((SLOWPATH_SOURCE_DIR "/docs/checks/" + Info.Name + ".md").str());
  llvm::StringRef Text(Page);
  Text = Text.substr(Text.find("## Measured"));
  llvm::SmallVector<llvm::StringRef> Lines;
  Text.split(Lines, '\n');
  llvm::StringRef Size, Ratio;
  for (llvm::StringRef Line : Lines) {
    llvm::SmallVector<llvm::StringRef> Cells;
    Line.split(Cells, '|');
    unsigned N = 0;
    if (Cells.size() != 6 || Cells[1].trim().getAsInteger(10, N) ||
        Size == "1000")
      continue;
    Size = Cells[1].trim();
    Ratio = Cells[4].trim();
  }
  return Size.empty() ? ""
                      : fmt::format("× {} at n = {}", Ratio.str(), Size.str());
}

std::string generatedIndex() {
  std::string Text =
      "<!-- Generated from the checks' facts. Change those, then run\n"
      "     UPDATE_SNAPSHOTS=1 ./dev test -R DocsIndexTest -->\n"
      "# The checks\n\n"
      "| check | finds code that | category | by default | impact | typical "
      "cost "
      "| best fix | measured |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (const CheckInfo *Info : allChecks())
    Text += fmt::format(
        "| [{0}]({0}.md) | {1} | {2} | {8} | {3} | {4} → {5} | {6} | {7} |\n",
        Info->Name.str(), Info->Summary.str(), toString(Info->Group).str(),
        toString(Info->Paid).str(), Info->Typical.Before.str(),
        Info->Typical.After.str(), toString(Info->BestFix).str(),
        measuredGain(*Info), Info->IsDefault ? "yes" : "");
  Text +=
      "\n## Checks of clang-tidy\n\n"
      "Those of `performance-*` that are worth it run in the same pass, "
      "unless the `.clang-tidy` of\nthe project names any itself. A rewrite "
      "that can change what a program does, or leaves other\nfiles that do "
      "not compile, is not offered; where a check of slowpath reports the "
      "same, it does so alone.\n\n"
      "| check | by default | its rewrites | covered by |\n"
      "| --- | --- | --- | --- |\n";
  for (const UpstreamCheck &Check : upstreamChecks())
    Text += fmt::format("| {} | {} | {} | {} |\n", Check.Name.str(),
                        Check.IsDefault ? "yes" : "",
                        Check.IsFixBelieved ? "review" : "advice",
                        Check.CoveredBy.str());
  Text +=
      "\n## What no check reports\n\n"
      "* Code of libraries: system headers, installed packages, folders such "
      "as `third_party`.\n"
      "* Generated files: named `*.pb.*`, `moc_*` and the like, or said to be "
      "generated in their first\n  comment.\n"
      "* Tests, benchmarks, fuzz targets, mocks and examples: functions of "
      "GoogleTest, Google Benchmark, Catch2,\n  doctest, Qt Test and "
      "libFuzzer, files and folders named so (`store_test.cpp`, `bench/`, "
      "`examples/`). The\n  CheckOption `slowpath.Tests: true` reports them, "
      "too.\n"
      "* What a macro writes that is not spelled where it is used.\n"
      "* Rare code: catch handlers, `[[unlikely]]`, `[[gnu::cold]]`, ways to "
      "the end of the program;\n  functions that only such code and "
      "initialisers of static variables call; destructors, and functions named "
      "to\n  set up or "
      "tear down (`migrateUsers`), if only `main`, constructors and each other "
      "call them, in no loop.\n"
      "* What NOLINT comments name, as for clang-tidy.\n";
  return Text;
}

TEST(DocsIndexTest, TableOfChecksIsUpToDate) {
  for (const std::string &Problem : compareSnapshot(
           SLOWPATH_SOURCE_DIR "/docs/checks/README.md", generatedIndex()))
    ADD_FAILURE() << Problem;
}

} // namespace
} // namespace test
} // namespace slowpath
