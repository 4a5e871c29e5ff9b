// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program slowpath, run on generated projects as users run it.
#include "tests/support/Project.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <chrono>
#include <filesystem>
#include <set>

namespace slowpath::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr int Clean = 0;
constexpr int HasFindings = 1;
constexpr int WrongUsage = 2;
constexpr int NotAnalysed = 3;

constexpr llvm::StringLiteral FastSource = "int answer() { return 42; }\n";

const std::string SlowFinding =
    "'text' is copied whole to append to it, once per iteration "
    "[slowpath-string-append]";

/// All files below a folder, with their sizes.
std::set<std::string> filesBelow(const std::string &Folder) {
  std::set<std::string> Files;
  std::error_code Error;
  for (llvm::sys::fs::recursive_directory_iterator File(Folder, Error), End;
       File != End && !Error; File.increment(Error)) {
    uint64_t Size = 0;
    (void)llvm::sys::fs::file_size(File->path(), Size);
    Files.insert(File->path() + " " + std::to_string(Size));
  }
  EXPECT_FALSE(Error) << Error.message();
  return Files;
}

int64_t stat(const llvm::json::Object &Report, llvm::StringRef Name) {
  const llvm::json::Object *Stats = Report.getObject("stats");
  return Stats ? Stats->getInteger(Name).value_or(-1) : -1;
}

// Exit status and text.

TEST(CliTest, CleanProject) {
  Project P;
  P.add("src/fast.cpp", FastSource);
  P.writeDatabase();
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, Clean) << Result.Err;
  EXPECT_THAT(Result.Out,
              HasSubstr("no findings; 1 of 1 translation unit analysed"));
}

TEST(CliTest, FindingIsShownWithEverythingToKnow) {
  Project P;
  P.add("src/slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  EXPECT_THAT(Result.Out, HasSubstr("src/slow.cpp:6:5: warning: 'text' is "
                                    "copied whole"));
  EXPECT_THAT(Result.Out, HasSubstr("[slowpath-string-append]"));
  EXPECT_THAT(Result.Out, HasSubstr("O(n²) → O(n)"));
  EXPECT_THAT(Result.Out, HasSubstr("text = text + part;\n"));
  EXPECT_THAT(Result.Out, HasSubstr("^~~~"));
  EXPECT_THAT(Result.Out, HasSubstr("src/slow.cpp:5:3: note: inside this "
                                    "loop"));
  EXPECT_THAT(Result.Out, HasSubstr("+     text += part;"));
  EXPECT_THAT(Result.Out, HasSubstr("1 finding in 1 file"));
  EXPECT_THAT(Result.Out, Not(HasSubstr("\x1b")));
}

TEST(CliTest, SummaryCountsPerCheck) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.add("front.cpp", "#include <vector>\n"
                     "std::vector<int> turned(const std::vector<int> &all) {\n"
                     "  std::vector<int> result;\n"
                     "  for (int one : all)\n"
                     "    result.insert(result.begin(), one);\n"
                     "  return result;\n"
                     "}\n");
  std::string Other = SlowSource.str();
  P.add("other.cpp", Other.replace(Other.find("join"), 4, "also"));
  P.writeDatabase();
  EXPECT_THAT(P.check().Out,
              AllOf(HasSubstr("3 findings in 3 files"),
                    testing::EndsWith("    2 slowpath-string-append\n"
                                      "    1 slowpath-front-insert\n")));
}

TEST(CliTest, VeryLongLinesAreCut) {
  Project P;
  std::string Text = SlowSource.str();
  const std::string Slow = "    text = text + part;\n";
  std::string Padding;
  for (int I = 0; I < 200; ++I)
    Padding += "(void)\"größe\"; ";
  Text.replace(Text.find(Slow), Slow.size(),
               "{ " + Padding + "text = text + part; " + Padding + "}\n");
  P.add("slow.cpp", Text);
  P.writeDatabase();
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  llvm::SmallVector<llvm::StringRef> Lines;
  llvm::StringRef(Result.Out).split(Lines, '\n');
  for (size_t I = 0; I < Lines.size(); ++I) {
    // Up to two bytes a column here.
    EXPECT_LT(Lines[I].size(), 340U) << Lines[I].str();
    const size_t Caret = Lines[I].find("^~~~");
    if (Caret == llvm::StringRef::npos)
      continue;
    EXPECT_THAT(Lines[I - 1].str(), HasSubstr("…"));
    EXPECT_THAT(Lines[I - 1].str(), HasSubstr("; text = text + part; "));
    EXPECT_EQ(Lines[I].size() - Caret,
              llvm::StringRef("text = text + part").size());
  }
  EXPECT_THAT(Result.Out, HasSubstr("; text += part; "));
}

TEST(CliTest, ReaderThatStopsReadingCostsNoOtherOutput) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  ProcessOptions Options;
  Options.Directory = P.root();
  const ProcessResult Result =
      run({"bash", "-c",
           "{ \"$0\" check -q --output text --output json=report.json; echo "
           "status $? >&2; } | true",
           slowpathProgram()},
          Options);
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  EXPECT_EQ(Result.Err, "status 1\n");
  EXPECT_THAT(readFile(P.file("report.json")), HasSubstr("slowpath-string"));
}

TEST(CliTest, WrongUsage) {
  Project P;
  P.add("fast.cpp", FastSource);
  P.writeDatabase();
  for (const std::vector<std::string> &Arguments :
       std::vector<std::vector<std::string>>{{"--no-such-flag"},
                                             {"--format", "no-such-format"},
                                             {"no-such-file.cpp"},
                                             {"-p", "no-such-folder"},
                                             {"-j", "0"},
                                             {"--color", "sometimes"}}) {
    const ProcessResult Result = P.check(Arguments);
    EXPECT_EQ(Result.Status, WrongUsage) << Arguments[0];
    EXPECT_THAT(Result.Out, IsEmpty()) << Arguments[0];
    EXPECT_THAT(Result.Err, StartsWith("slowpath: error: ")) << Arguments[0];
  }
  EXPECT_EQ(run({slowpathProgram()}).Status, WrongUsage);
  EXPECT_EQ(run({slowpathProgram(), "no-such-command"}).Status, WrongUsage);
}

TEST(CliTest, HelpAndVersion) {
  for (const std::vector<std::string> &Arguments :
       std::vector<std::vector<std::string>>{
           {"--help"}, {"check", "--help"}, {"--version"}, {"checks"}}) {
    std::vector<std::string> Command = {slowpathProgram()};
    Command.insert(Command.end(), Arguments.begin(), Arguments.end());
    const ProcessResult Result = run(Command);
    EXPECT_EQ(Result.Status, 0) << Arguments[0];
    EXPECT_THAT(Result.Out, HasSubstr("slowpath")) << Arguments[0];
    EXPECT_THAT(Result.Err, IsEmpty()) << Arguments[0];
  }
}

TEST(CliTest, ReadmeShowsWhatTheProgramPrints) {
  const std::string Readme = readFile(SLOWPATH_SOURCE_DIR "/README.md");
  const std::string Fence = "```text\n";
  const size_t Begin = Readme.find(Fence);
  ASSERT_NE(Begin, std::string::npos);
  const size_t End = Readme.find("```", Begin + Fence.size());
  const std::string Sample =
      Readme.substr(Begin + Fence.size(), End - Begin - Fence.size());

  const TemporaryFolder Build("example-build");
  const std::string Example = SLOWPATH_SOURCE_DIR "/docs/example";
  const ProcessResult Configured = configureExample(Build.path());
  ASSERT_EQ(Configured.Status, 0) << Configured.Out << Configured.Err;
  ProcessOptions Options;
  Options.Directory = SLOWPATH_SOURCE_DIR;
  // Whole: the sample is of a call into another file.
  const ProcessResult Result = run(
      {slowpathProgram(), "check", "-q", "-p", Build.path(), Example}, Options);
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  EXPECT_THAT(Result.Out, HasSubstr(Sample));
}

TEST(CliTest, IndexIsOfTheWholeProject) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Part = P.check({"--index", "slow.cpp"});
  EXPECT_EQ(Part.Status, WrongUsage);
  EXPECT_THAT(Part.Err, HasSubstr("--index is about the whole project"));
  EXPECT_EQ(P.check({"--index"}).Status, HasFindings);
  EXPECT_EQ(P.check({"--index", "."}).Status, HasFindings);
  EXPECT_EQ(readFile(P.file(".slowpath/.gitignore")), "*\n");
  // What cannot be written is named, and the findings are reported.
  ASSERT_FALSE(llvm::sys::fs::remove_directories(P.file(".slowpath")));
  P.write(".slowpath", "a file");
  const ProcessResult Blocked = P.check({"--index"});
  EXPECT_EQ(Blocked.Status, WrongUsage) << Blocked.Out;
  EXPECT_THAT(Blocked.Err, HasSubstr(".slowpath"));
  EXPECT_THAT(Blocked.Out, HasSubstr("slowpath-string-append"));
}

// Translation units that go wrong.

TEST(CliTest, CrashCostsOneUnit) {
  Project P;
  P.add("crash.cpp", "#pragma clang __debug parser_crash\n");
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, NotAnalysed) << Result.Err;
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:6:5: warning:"));
  EXPECT_THAT(Result.Out, HasSubstr("1 of 2 translation units analysed"));
  EXPECT_THAT(Result.Out, HasSubstr("crash.cpp: "));
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(errorFilesOf(Report), ElementsAre("crash.cpp"));
  EXPECT_THAT(findingsOf(Report), SizeIs(1));
  EXPECT_EQ(stat(Report, "failed"), 1);
}

TEST(CliTest, TimeoutCostsOneUnit) {
  Project P;
  P.add("endless.cpp",
        "constexpr unsigned burn() {\n"
        "  unsigned n = 0;\n"
        "  for (unsigned long i = 0; i < 100000000000; ++i)\n"
        "    n += i;\n"
        "  return n;\n"
        "}\n"
        "constexpr unsigned x = burn();\n",
        {"-std=c++20", "-fconstexpr-steps=2147483647"});
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result = P.check({"--timeout", "15"});
  EXPECT_EQ(Result.Status, NotAnalysed) << Result.Err << Result.Problem;
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:6:5: warning:"));
  EXPECT_THAT(Result.Out, HasSubstr("endless.cpp: "));
  EXPECT_THAT(Result.Out, testing::ContainsRegex("tim(ed out|e limit|eout)"));
}

TEST(CliTest, WantOfMemoryCostsOneUnit) {
#if __has_feature(address_sanitizer)
  GTEST_SKIP() << "AddressSanitizer needs all of the address space";
#endif
  Project P;
  // A string literal of half a gigabyte, in more tokens than fit.
  std::string Text = "#define S0 \"0123456789abcdef\"\n";
  constexpr int Doublings = 25;
  for (int I = 1; I <= Doublings; ++I)
    Text += "#define S" + std::to_string(I) + " S" + std::to_string(I - 1) +
            " S" + std::to_string(I - 1) + "\n";
  P.add("large.cpp",
        Text + "const char *large = S" + std::to_string(Doublings) + ";\n");
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  ProcessOptions Options;
  Options.Directory = P.root();
  Options.TimeoutSeconds = 240;
  const ProcessResult Result =
      run({"bash", "-c", "ulimit -v 700000; exec \"$0\" check -q -j1",
           slowpathProgram()},
          Options);
  EXPECT_EQ(Result.Status, NotAnalysed) << Result.Err << Result.Problem;
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:6:5: warning:"));
  EXPECT_THAT(Result.Out, HasSubstr("large.cpp: crashed (SIGABRT): LLVM ERROR: "
                                    "out of memory"));
}

TEST(CliTest, BrokenCodeIsCheckedWhereItIsWhole) {
  Project P;
  P.add("broken.cpp", "void broken() { undeclared(1; }\n" + SlowSource.str());
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(findingsOf(Report),
              ElementsAre(AllOf(StartsWith("broken.cpp:7:5: 'text'"))));
  EXPECT_THAT(errorFilesOf(Report), ElementsAre("broken.cpp"));
  EXPECT_EQ(stat(Report, "incomplete"), 1);
  EXPECT_EQ(stat(Report, "failed"), 0);
  EXPECT_EQ(P.check().Status, HasFindings);
}

TEST(CliTest, MissingHeaderCostsNoFinding) {
  Project P;
  P.add("missing.cpp", "#include \"generated.h\"\n" + SlowSource.str());
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(findingsOf(Report), SizeIs(1));
  EXPECT_THAT(errorFilesOf(Report), ElementsAre("missing.cpp"));
  EXPECT_EQ(stat(Report, "incomplete"), 1);
}

TEST(CliTest, SourceThatIsGoneIsNamed) {
  Project P;
  P.add("gone.cpp", FastSource);
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  ASSERT_FALSE(llvm::sys::fs::remove(P.file("gone.cpp")));
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, NotAnalysed);
  EXPECT_THAT(Result.Out, HasSubstr("gone.cpp: "));
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:6:5: warning:"));
}

// The compile database.

TEST(CliTest, NoDatabase) {
  Project P;
  P.write("slow.cpp", SlowSource);
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, WrongUsage);
  EXPECT_THAT(Result.Err, HasSubstr("no compile_commands.json"));
  EXPECT_THAT(Result.Err, HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"));
  EXPECT_THAT(Result.Err, HasSubstr("slowpath check a.cpp -- -std=c++20"));
}

TEST(CliTest, EmptyOrBrokenDatabase) {
  Project P;
  P.write("build/compile_commands.json", "[]\n");
  const ProcessResult Empty = P.check();
  EXPECT_EQ(Empty.Status, WrongUsage);
  EXPECT_THAT(Empty.Err, StartsWith("slowpath: error: "));
  P.write("build/compile_commands.json", "[{\"directory\": ");
  const ProcessResult Broken = P.check();
  EXPECT_EQ(Broken.Status, WrongUsage);
  EXPECT_THAT(Broken.Err, HasSubstr("compile_commands.json"));
}

TEST(CliTest, DatabaseIsFoundFromWhereverOneIs) {
  for (const char *Folder :
       {"", "build", "build-debug", "b", "out", "build/debug"}) {
    Project P;
    P.add("src/deep/slow.cpp", SlowSource);
    P.writeDatabase(Folder);
    const ProcessResult Result = P.check({}, {}, "src/deep");
    EXPECT_EQ(Result.Status, HasFindings) << Folder << ": " << Result.Err;
    EXPECT_THAT(Result.Out, StartsWith("slow.cpp:6:5: ")) << Folder;
  }
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase("elsewhere");
  EXPECT_EQ(P.check({"-p", "elsewhere"}).Status, HasFindings);
  EXPECT_EQ(P.check({"-p", "elsewhere/compile_commands.json"}).Status,
            HasFindings);
}

TEST(CliTest, CompileArgumentsReplaceTheDatabase) {
  Project P;
  P.write("a.cpp", SlowSource);
  EXPECT_EQ(P.check({"a.cpp", "--", "-std=c++20"}).Status, HasFindings);
  EXPECT_EQ(P.check({"a.cpp", "--"}).Status, HasFindings);
  P.write("b.cpp", "#ifdef SLOW\n" + SlowSource.str() + "#endif\n");
  EXPECT_EQ(P.check({"b.cpp", "--"}).Status, Clean);
  EXPECT_EQ(P.check({"b.cpp", "--", "-DSLOW"}).Status, HasFindings);
  EXPECT_EQ(P.check({"--", "-DSLOW"}).Status, WrongUsage);
}

TEST(CliTest, PathsChooseWhatIsChecked) {
  Project P;
  P.add("src/a.cpp", SlowSource);
  P.add("lib/b.cpp", SlowSource);
  P.writeDatabase();
  EXPECT_THAT(findingsOf(P.checkToJson({"src"})),
              ElementsAre(StartsWith("src/a.cpp:6:5: ")));
  EXPECT_THAT(findingsOf(P.checkToJson({"lib/b.cpp"})),
              ElementsAre(StartsWith("lib/b.cpp:6:5: ")));
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(2));
}

/// Check and level of each finding in Report.
std::vector<std::string> checksIn(const llvm::json::Object &Report) {
  std::vector<std::string> Checks;
  for (const llvm::json::Value &F : *Report.getArray("findings"))
    Checks.push_back((*F.getAsObject()->getString("check") + ": " +
                      *F.getAsObject()->getString("fixLevel"))
                         .str());
  return Checks;
}

TEST(CliTest, FixAppliesWhatIsSafe) {
  Project P;
  const std::string Both = std::string(SlowSource) +
                           "#include <vector>\n"
                           "void front(std::vector<int> &out, int n) {\n"
                           "  for (int i = 0; i < n; ++i)\n"
                           "    out.insert(out.begin(), i);\n"
                           "}\n";
  P.add("a.cpp", Both);
  P.add("b.cpp", SlowSource);
  P.writeDatabase();
  llvm::sys::fs::setPermissions(P.file("a.cpp"),
                                llvm::sys::fs::perms::all_read |
                                    llvm::sys::fs::perms::owner_write);
  const ProcessResult Result = P.check({"--fix", "a.cpp"});
  EXPECT_EQ(Result.Status, HasFindings);
  EXPECT_THAT(Result.Err, HasSubstr("fixed 1 finding in 1 file"));
  EXPECT_THAT(Result.Out, HasSubstr("slowpath-front-insert"));
  EXPECT_THAT(Result.Out, Not(HasSubstr("slowpath-string-append")));
  EXPECT_EQ(readFile(P.file("b.cpp")), SlowSource);
  EXPECT_EQ(*llvm::sys::fs::getPermissions(P.file("a.cpp")),
            llvm::sys::fs::perms::all_read | llvm::sys::fs::perms::owner_write);
  // The rest of the file is as it was, and what was fixed is gone.
  EXPECT_TRUE(llvm::StringRef(readFile(P.file("a.cpp")))
                  .ends_with("    out.insert(out.begin(), i);\n}\n"));
  EXPECT_THAT(checksIn(P.checkToJson({"a.cpp"})),
              ElementsAre("slowpath-front-insert: advice"));
  const ProcessResult Again = P.check({"--fix", "a.cpp"});
  EXPECT_THAT(Again.Err, HasSubstr("fixed 0 findings in 0 files"));
}

TEST(CliTest, RewritesThatNeedTheSameIncludeAreBothApplied) {
  Project P;
  P.add("a.cpp", "#include <vector>\n"
                 "std::vector<int> one(int n) {\n"
                 "  std::vector<int> out;\n"
                 "  for (int i = 0; i < n; ++i)\n"
                 "    out.insert(out.begin(), i);\n"
                 "  return out;\n"
                 "}\n"
                 "std::vector<int> two(int n) {\n"
                 "  std::vector<int> out;\n"
                 "  for (int i = 0; i < n; ++i)\n"
                 "    out.insert(out.begin(), i);\n"
                 "  return out;\n"
                 "}\n");
  P.writeDatabase();
  const ProcessResult Result = P.check({"--fix"});
  EXPECT_EQ(Result.Status, Clean);
  EXPECT_THAT(Result.Err, HasSubstr("fixed 2 findings in 1 file"));
  const std::string Text = readFile(P.file("a.cpp"));
  EXPECT_EQ(llvm::StringRef(Text).count("#include <algorithm>"), 1U);
  EXPECT_EQ(llvm::StringRef(Text).count("std::reverse("), 2U);
}

TEST(CliTest, WhatCannotBeFixedIsToldAndStaysAFinding) {
  Project P;
  P.add("a.cpp", SlowSource);
  P.writeDatabase();
  // Written to while it is analysed, as its time says.
  std::filesystem::last_write_time(
      P.file("a.cpp"),
      std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  const ProcessResult Result = P.check({"--fix"});
  EXPECT_EQ(Result.Status, WrongUsage);
  EXPECT_THAT(Result.Err, HasSubstr("a.cpp was not changed: it changed while"));
  EXPECT_THAT(Result.Out, HasSubstr("slowpath-string-append"));
  EXPECT_EQ(readFile(P.file("a.cpp")), SlowSource);
}

constexpr llvm::StringLiteral UpstreamSource =
    "#include <string>\n"
    "#include <vector>\n"
    "enum class Kind { Small, Large };\n"
    "std::string join(std::vector<std::string> parts) {\n"
    "  std::string text;\n"
    "  for (const auto part : parts)\n"
    "    text = text + part;\n"
    "  return text;\n"
    "}\n";

TEST(CliTest, ChecksOfClangTidyThatAreWorthItRunInTheSamePass) {
  Project P;
  P.add("a.cpp", UpstreamSource);
  P.writeDatabase();
  // The signature of a function may be declared in other files, too.
  EXPECT_THAT(checksIn(P.checkToJson()),
              ElementsAre("performance-unnecessary-value-param: advice",
                          "performance-for-range-copy: review",
                          "slowpath-string-append: safe"));
  // What a configuration says of them holds.
  P.write(".clang-tidy", "Checks: '-performance-*'\n");
  EXPECT_THAT(checksIn(P.checkToJson()),
              ElementsAre("slowpath-string-append: safe"));
}

TEST(CliTest, WhatClangTidyReportsTooIsReportedOnce) {
  Project P;
  P.add("a.cpp", UpstreamSource);
  P.writeDatabase();
  const std::string Upstream = "performance-inefficient-string-concatenation";
  EXPECT_THAT(checksIn(P.checkToJson({"--checks=-*," + Upstream})),
              ElementsAre(Upstream + ": advice"));
  EXPECT_THAT(checksIn(P.checkToJson({"--checks=-*,slowpath-*," + Upstream})),
              ElementsAre("slowpath-string-append: safe"));
}

TEST(CliTest, NothingToCheckIsAnError) {
  Project P;
  P.add("src/a.cpp", SlowSource);
  P.writeDatabase();
  P.write("doc/readme.txt", "nothing\n");
  const ProcessResult Result = P.check({"doc"});
  EXPECT_EQ(Result.Status, WrongUsage);
  EXPECT_THAT(Result.Err, HasSubstr("doc"));
}

TEST(CliTest, CommandsOfGccAndWrappersWork) {
  Project P;
  P.add("slow.cpp", SlowSource,
        {"-std=gnu++20", "-fmodules-ts", "-fconserve-stack",
         "-fno-var-tracking-assignments", "-Wduplicated-cond",
         "-Wno-maybe-uninitialized", "-Werror", "-fno-allow-store-data-races",
         "-maccumulate-outgoing-args"},
        {"ccache", "/usr/bin/g++-12"});
  P.add("other.cpp", SlowSource, {"-std=c++20"}, {"distcc", "g++"});
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(findingsOf(Report), SizeIs(2));
  EXPECT_THAT(errorFilesOf(Report), IsEmpty());
}

// Precompiled headers.

/// Compiles Header with the clang the programs are built with, without times as
/// builds with ccache do. Returns the arguments that use the result.
std::vector<std::string> precompile(Project &P, const std::string &Header,
                                    std::vector<std::string> Flags = {}) {
  const std::string Result = P.file(Header + ".pch");
  std::vector<std::string> Command = {
      SLOWPATH_CLANGXX,     "-std=c++20", "-Xclang",
      "-fno-pch-timestamp", "-x",         "c++-header",
      P.file(Header),       "-o",         Result};
  Command.insert(Command.end(), Flags.begin(), Flags.end());
  const ProcessResult Compiled = run(Command);
  EXPECT_EQ(Compiled.Status, 0) << Compiled.Err;
  return {"-std=c++20", "-Xclang", "-include-pch", "-Xclang", Result};
}

/// The same with the header's text behind it, as CMake does.
std::vector<std::string> withText(std::vector<std::string> Arguments,
                                  const std::string &Header) {
  Arguments.insert(Arguments.end(), {"-Xclang", "-include", "-Xclang", Header});
  return Arguments;
}

TEST(CliTest, PrecompiledHeaderIsUsed) {
  Project P;
  P.write("all.h", "#include <string>\n#include <vector>\n");
  // Without its text: only the precompiled header says what a string is.
  P.add("slow.cpp",
        "using Words = std::vector<std::string>;\n" +
            llvm::StringRef(SlowSource).split("<vector>\n").second.str(),
        precompile(P, "all.h"));
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(findingsOf(Report),
              ElementsAre(StartsWith("slow.cpp:5:5: 'text'")));
  EXPECT_THAT(errorFilesOf(Report), IsEmpty());
}

/// What is wrong with a precompiled header costs nothing but time.
class UselessPrecompiledHeaderTest : public testing::Test {
protected:
  UselessPrecompiledHeaderTest() {
    P.write("all.h", "#pragma once\n" + Old);
    Arguments = withText(precompile(P, "all.h"), P.file("all.h"));
    Precompiled = P.file("all.h.pch");
  }

  void expectAllFound() {
    P.add("slow.cpp", SlowSource.str() + Use, Arguments);
    P.writeDatabase();
    const llvm::json::Object Report = P.checkToJson();
    EXPECT_THAT(findingsOf(Report),
                ElementsAre(StartsWith("slow.cpp:6:5: 'text'")));
    EXPECT_THAT(errorFilesOf(Report), IsEmpty());
  }

  const std::string Old = "int oldName();\n";
  std::string Use = "int use() { return oldName(); }\n";
  Project P;
  std::vector<std::string> Arguments;
  std::string Precompiled;
};

TEST_F(UselessPrecompiledHeaderTest, Missing) {
  ASSERT_FALSE(llvm::sys::fs::remove(Precompiled));
  expectAllFound();
}

TEST_F(UselessPrecompiledHeaderTest, ByGcc) {
  P.write("all.h.pch", "gpch.014 and so on");
  expectAllFound();
}

TEST_F(UselessPrecompiledHeaderTest, CutShort) {
  const std::string Whole = readFile(Precompiled);
  P.write("all.h.pch", llvm::StringRef(Whole).take_front(Whole.size() / 2));
  expectAllFound();
}

TEST_F(UselessPrecompiledHeaderTest, ByAnotherClang) {
  // "Debian clang version 22.1.8 (1~deb12u1)": the header names the revision.
  const std::string Version = run({SLOWPATH_CLANGXX, "--version"}).Out;
  const llvm::StringRef Revision =
      llvm::StringRef(Version).split('\n').first.split('(').second;
  if (Revision.empty())
    GTEST_SKIP() << "the builds of this clang cannot be told apart";
  std::string Content = readFile(Precompiled);
  const size_t At = Content.find("(" + Revision.str());
  ASSERT_NE(At, std::string::npos);
  Content[At] = '[';
  P.write("all.h.pch", Content);
  expectAllFound();
}

TEST_F(UselessPrecompiledHeaderTest, ForOtherSettings) {
  Arguments.insert(Arguments.begin(), "-fno-exceptions");
  expectAllFound();
}

TEST_F(UselessPrecompiledHeaderTest, OlderThanItsHeader) {
  // Of the same size, which is all that clang would compare.
  P.write("all.h", "#pragma once\nint newName();\n");
  Use = "int use() { return newName(); }\n";
  expectAllFound();
}

TEST(CliTest, HeaderIsReportedTheSameWhenPrecompiled) {
  Project P;
  const std::string Header = "#pragma once\n"
                             "#include <string>\n"
                             "#include <vector>\n"
                             "inline std::string\n"
                             "joined(std::string all,\n"
                             "       const std::vector<std::string> &parts) {\n"
                             "  for (const auto &part : parts)\n"
                             "    all = part + all;\n"
                             "  for (const auto &part : parts)\n"
                             "    all = all + part; // NOLINT\n"
                             "  return all;\n"
                             "}\n";
  P.write("all.h", Header);
  const std::vector<std::string> Arguments =
      withText(precompile(P, "all.h"), P.file("all.h"));
  P.add("slow.cpp", SlowSource, Arguments);
  P.writeDatabase();
  const ProcessResult Used = P.check({"--format", "json"});
  ASSERT_FALSE(llvm::sys::fs::remove(P.file("all.h.pch")));
  const ProcessResult Text = P.check({"--format", "json"});
  EXPECT_THAT(Text.Out, AllOf(HasSubstr("\"all.h\""), HasSubstr("slow.cpp")));
  EXPECT_EQ(Used.Out, Text.Out);
}

TEST(CliTest, ProcessorsOnlyGccKnowsAreNoErrors) {
  Project P;
  P.add("slow.cpp", SlowSource, {"-std=c++20", "-march=shijidadao"});
  P.add("tuned.cpp", SlowSource, {"-std=c++20", "-mtune=shijidadao"});
  // A known one keeps its features.
  P.add("known.cpp",
        "#ifndef __AVX2__\n#error not haswell\n#endif\n" + SlowSource.str(),
        {"-std=c++20", "-march=haswell"});
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(findingsOf(Report), SizeIs(3));
  EXPECT_THAT(errorFilesOf(Report), IsEmpty());
}

TEST(CliTest, ProcessorsOfOtherMachinesOnlyGccKnowsAreNoErrors) {
  Project P;
  for (const char *Flag : {"-mcpu=octeonty", "-march=armv8.99-a"})
    P.add(std::string("source") + Flag + ".cpp",
          "struct String { String &operator+=(const String &); };\n",
          {"-std=c++20", Flag}, {"aarch64-linux-gnu-g++"});
  P.writeDatabase();
  EXPECT_THAT(errorFilesOf(P.checkToJson()), IsEmpty());
}

TEST(CliTest, FindingOverSeveralLinesIsShownWhole) {
  Project P;
  P.add("slow.cpp",
        "#include <string>\n"
        "#include <vector>\n"
        "std::string join(const std::vector<std::string> &parts) {\n"
        "  std::string text;\n"
        "  for (const auto &part : parts)\n"
        "    text = text +\n"
        "           part;\n"
        "  return text;\n"
        "}\n");
  P.writeDatabase();
  EXPECT_THAT(P.check().Out, HasSubstr("    6 |     text = text +\n"
                                       "      |     ^~~~~~~~~~~~~\n"
                                       "    7 |            part;\n"
                                       "      |            ~~~~\n"));
}

TEST(CliTest, PathsWithSpacesAndOtherScripts) {
  const std::string Name = "größe und 単位 'q\"";
  Project P(Name);
  P.add("sub dir/ñandú.cpp", SlowSource);
  P.writeDatabase("build dir");
  const llvm::json::Object Report = P.checkToJson({"-p", "build dir"});
  EXPECT_THAT(findingsOf(Report),
              ElementsAre(StartsWith("sub dir/ñandú.cpp:6:5: ")));
  const ProcessResult Text = P.check({"sub dir", "-p", "build dir"});
  EXPECT_EQ(Text.Status, HasFindings) << Text.Err;
  EXPECT_THAT(Text.Out, HasSubstr("sub dir/ñandú.cpp:6:5: warning:"));
}

TEST(CliTest, ReadOnlyProjectIsLeftAlone) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const std::set<std::string> Before = filesBelow(P.root());
  const auto ReadOnly = llvm::sys::fs::all_read | llvm::sys::fs::all_exe;
  for (const char *Folder : {"", "build"})
    ASSERT_FALSE(llvm::sys::fs::setPermissions(P.file(Folder), ReadOnly));
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  EXPECT_EQ(filesBelow(P.root()), Before);
  for (const char *Folder : {"", "build"})
    ASSERT_FALSE(
        llvm::sys::fs::setPermissions(P.file(Folder), llvm::sys::fs::all_all));
}

TEST(CliTest, GeneratedFilesAreReportedOnlyWhenAskedFor) {
  Project P;
  P.add("src/slow.cpp", SlowSource);
  P.add("build/gen/parser.cpp", SlowSource);
  P.writeDatabase();
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(2))
      << "nothing says that it is a build tree";
  P.write("build/CMakeCache.txt", "");
  EXPECT_THAT(findingsOf(P.checkToJson()),
              ElementsAre(StartsWith("src/slow.cpp:")));
  EXPECT_EQ(stat(P.checkToJson(), "tus"), 2);
  EXPECT_THAT(findingsOf(P.checkToJson({"build/gen"})),
              ElementsAre(StartsWith("build/gen/parser.cpp:")));
  // Configured among the sources.
  P.write("build/CMakeLists.txt", "");
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(2));
}

TEST(CliTest, LinksToTheProjectAndToTheDatabaseAreFollowed) {
  Project P;
  P.add("src/slow.cpp", SlowSource);
  P.writeDatabase();
  TemporaryFolder Elsewhere;
  const std::string Link = Elsewhere.file("link");
  ASSERT_FALSE(llvm::sys::fs::create_link(P.root(), Link));
  ASSERT_FALSE(llvm::sys::fs::create_link("build/compile_commands.json",
                                          P.file("compile_commands.json")));
  ProcessOptions Options;
  Options.Directory = Link;
  for (const char *Path : {"src", "src/slow.cpp", "."}) {
    const ProcessResult Result =
        run({slowpathProgram(), "check", "-q", Path}, Options);
    EXPECT_EQ(Result.Status, HasFindings) << Path << Result.Err;
    EXPECT_THAT(Result.Out, StartsWith("src/slow.cpp:6:5: warning:")) << Path;
  }
}

// NOLINT and .clang-tidy.

/// The findings of SlowSource with Comment at the end of the slow line.
std::vector<std::string> findingsWith(const std::string &Before,
                                      const std::string &Comment,
                                      const std::string &After) {
  std::string Text = SlowSource.str();
  const std::string Slow = "    text = text + part;\n";
  Text.replace(Text.find(Slow), Slow.size(),
               Before + "    text = text + part;" + Comment + "\n" + After);
  Project P;
  P.add("slow.cpp", Text);
  P.writeDatabase();
  return findingsOf(P.checkToJson());
}

TEST(CliTest, NolintIsHonoured) {
  EXPECT_THAT(findingsWith("", "", ""), SizeIs(1));
  EXPECT_THAT(findingsWith("", " // NOLINT", ""), IsEmpty());
  EXPECT_THAT(findingsWith("", " // NOLINT(slowpath-string-append)", ""),
              IsEmpty());
  EXPECT_THAT(findingsWith("", " // NOLINT(slowpath-*)", ""), IsEmpty());
  EXPECT_THAT(findingsWith("", " // NOLINT(slowpath-front-insert)", ""),
              SizeIs(1));
  EXPECT_THAT(findingsWith("    // NOLINTNEXTLINE\n", "", ""), IsEmpty());
  EXPECT_THAT(
      findingsWith("    // NOLINTNEXTLINE(slowpath-string-append)\n", "", ""),
      IsEmpty());
  EXPECT_THAT(findingsWith("// NOLINTBEGIN(slowpath-*)\n", "",
                           "// NOLINTEND(slowpath-*)\n"),
              IsEmpty());
}

/// The findings of SlowSource with a `.clang-tidy` of that text.
std::vector<std::string> findingsUnder(const std::string &Config) {
  Project P;
  P.add("src/slow.cpp", SlowSource);
  P.writeDatabase();
  P.write(".clang-tidy", Config);
  return findingsOf(P.checkToJson());
}

TEST(CliTest, ConfiguredChecks) {
  EXPECT_THAT(findingsUnder("Checks: '-*,readability-*'\n"),
              testing::Contains(HasSubstr("[slowpath-string-append]")))
      << "a configuration that does not mention slowpath leaves its checks on";
  EXPECT_THAT(findingsUnder("Checks: '-*,slowpath-string-append'\n"),
              SizeIs(1));
  EXPECT_THAT(findingsUnder("Checks: '-*,slowpath-front-insert'\n"), IsEmpty());
  EXPECT_THAT(
      findingsUnder("Checks: '-*,slowpath-*,-slowpath-string-append'\n"),
      IsEmpty());
}

TEST(CliTest, ChecksOnTheCommandLineWin) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  P.write(".clang-tidy", "Checks: '-*,slowpath-front-insert'\n");
  EXPECT_THAT(findingsOf(P.checkToJson({"--checks=slowpath-string-append"})),
              SizeIs(1));
  EXPECT_THAT(findingsOf(P.checkToJson({"--checks=-*,slowpath-front-insert"})),
              IsEmpty());
}

TEST(CliTest, ConfigurationIsInherited) {
  Project P;
  P.add("src/slow.cpp", SlowSource);
  P.writeDatabase();
  P.write(".clang-tidy", "Checks: '-*,slowpath-string-append'\n");
  P.write("src/.clang-tidy",
          "InheritParentConfig: true\nChecks: '-slowpath-string-append'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), IsEmpty());
  P.write("src/.clang-tidy",
          "InheritParentConfig: true\nChecks: 'slowpath-front-insert'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(1));
  P.write("src/.clang-tidy", "Checks: '-*,slowpath-front-insert'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), IsEmpty());
}

TEST(CliTest, CheckOptionsAreRead) {
  const std::string Text =
      "#include <string>\n"
      "#include <vector>\n"
      "std::string f(const std::vector<std::string> &v) {\n"
      "  std::string text;\n"
      "  for (const auto &part : v)\n"
      "    text += part + \",\";\n"
      "  return text;\n"
      "}\n";
  Project P;
  P.add("slow.cpp", Text);
  P.writeDatabase();
  EXPECT_THAT(findingsOf(P.checkToJson()), IsEmpty());
  P.write(".clang-tidy",
          "CheckOptions:\n  slowpath-string-append.Temporaries: 'true'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(1));
}

TEST(CliTest, BadConfigurationIsToldOnceAndTheRestGoesOn) {
  Project P;
  P.add("a.cpp", SlowSource);
  P.add("b.cpp", SlowSource);
  P.writeDatabase();
  P.write(".clang-tidy", "Checks: [\n  - what: is this?\n");
  const ProcessResult Result = P.check();
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  const size_t First = Result.Err.find(".clang-tidy:");
  ASSERT_NE(First, std::string::npos) << Result.Err;
  EXPECT_THAT(Result.Err, HasSubstr("slowpath: warning: "));
}

// Headers.

class HeaderProject : public Project {
public:
  HeaderProject() {
    write("include/join.h", "#pragma once\n#include <string>\n"
                            "#include <vector>\n"
                            "inline std::string join("
                            "const std::vector<std::string> &parts) {\n"
                            "  std::string text;\n"
                            "  for (const auto &part : parts)\n"
                            "    text = text + part;\n"
                            "  return text;\n"
                            "}\n");
    add("src/a.cpp", "#include \"../include/join.h\"\n");
    add("src/b.cpp", "#include \"join.h\"\n", {"-std=c++20", "-Iinclude"});
    add("src/c.cpp", "#include <join.h>\n",
        {"-std=c++20", "-I" + file("include")});
    writeDatabase();
  }
};

TEST(CliTest, FindingInAHeaderIsReportedOnce) {
  HeaderProject P;
  EXPECT_THAT(findingsOf(P.checkToJson()),
              ElementsAre(StartsWith("include/join.h:7:5: ")));
  EXPECT_EQ(stat(P.checkToJson(), "tus"), 3);
}

TEST(CliTest, HeaderCanBeAskedFor) {
  HeaderProject P;
  EXPECT_THAT(findingsOf(P.checkToJson({"include/join.h"})),
              ElementsAre(StartsWith("include/join.h:7:5: ")));
}

TEST(CliTest, HeaderFilterIsHonoured) {
  HeaderProject P;
  P.write(".clang-tidy", "HeaderFilterRegex: 'no/such/folder'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), IsEmpty());
  P.write(".clang-tidy", "HeaderFilterRegex: 'include/.*'\n");
  EXPECT_THAT(findingsOf(P.checkToJson()), SizeIs(1));
}

TEST(CliTest, SystemHeadersAreNotReported) {
  Project P;
  P.write("third_party/join.h", "#pragma once\n" + SlowSource.str());
  P.add("a.cpp", "#include <join.h>\n",
        {"-std=c++20", "-isystem", "third_party"});
  P.writeDatabase();
  EXPECT_THAT(findingsOf(P.checkToJson()), IsEmpty());
}

// JSON and outputs.

TEST(CliTest, JsonHasEveryField) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const llvm::json::Object Report = P.checkToJson();
  ASSERT_THAT(findingsOf(Report), SizeIs(1));
  const llvm::json::Object &Finding =
      *(*Report.getArray("findings"))[0].getAsObject();
  EXPECT_EQ(Finding.getString("check"), "slowpath-string-append");
  EXPECT_EQ(Finding.getString("file"), "slow.cpp");
  EXPECT_EQ(Finding.getInteger("line"), 6);
  EXPECT_EQ(Finding.getInteger("column"), 5);
  EXPECT_EQ(Finding.getInteger("endLine"), 6);
  EXPECT_EQ(Finding.getInteger("endColumn"), 23);
  ASSERT_TRUE(Finding.getString("message"));
  EXPECT_THAT(Finding.getString("message")->str(),
              StartsWith("'text' is copied whole"));
  ASSERT_TRUE(Finding.getObject("cost"));
  EXPECT_EQ(Finding.getObject("cost")->getString("before"), "O(n²)");
  EXPECT_EQ(Finding.getObject("cost")->getString("after"), "O(n)");
  EXPECT_EQ(Finding.getString("fixLevel"), "safe");
  ASSERT_TRUE(Finding.getArray("fixes"));
  EXPECT_THAT(*Finding.getArray("fixes"), SizeIs(1));
  EXPECT_NE(Finding.get("advice"), nullptr);
  ASSERT_TRUE(Finding.getArray("notes"));
  ASSERT_THAT(*Finding.getArray("notes"), SizeIs(1));
  const llvm::json::Object &Note =
      *(*Finding.getArray("notes"))[0].getAsObject();
  EXPECT_EQ(Note.getString("file"), "slow.cpp");
  EXPECT_EQ(Note.getInteger("line"), 5);
  EXPECT_EQ(Note.getInteger("column"), 3);
  EXPECT_EQ(Note.getString("message"), "inside this loop");
  EXPECT_NE(Report.getArray("errors"), nullptr);
  EXPECT_EQ(stat(Report, "tus"), 1);
  EXPECT_EQ(stat(Report, "findings"), 1);
}

TEST(CliTest, JsonIsTheSameWhateverTheOrderOfWork) {
  Project P;
  for (int I = 0; I < 6; ++I)
    P.add("src/file" + std::to_string(5 - I) + ".cpp",
          I % 2 ? SlowSource : FastSource);
  P.add("src/broken.cpp", "int x = undeclared;\n" + SlowSource.str());
  P.add("src/crash.cpp", "#pragma clang __debug parser_crash\n");
  P.writeDatabase();
  const ProcessResult One = P.check({"-j1", "--format", "json"});
  const ProcessResult Two = P.check({"-j2", "--format", "json"});
  const ProcessResult Again = P.check({"-j2", "--format", "json"});
  EXPECT_EQ(One.Status, NotAnalysed) << One.Err;
  EXPECT_FALSE(One.Out.empty());
  EXPECT_EQ(One.Out, Two.Out);
  EXPECT_EQ(Two.Out, Again.Out);
  EXPECT_THAT(One.Out, Not(HasSubstr(P.root()))) << "paths are relative";
}

TEST(CliTest, SeveralOutputs) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result =
      P.check({"--output", "text", "--output", "json=report.json", "--output",
               "text=report.txt"});
  EXPECT_EQ(Result.Status, HasFindings) << Result.Err;
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:6:5: warning:"));
  EXPECT_THAT(readFile(P.file("report.txt")),
              HasSubstr("slow.cpp:6:5: warning:"));
  llvm::Expected<llvm::json::Value> Report =
      llvm::json::parse(readFile(P.file("report.json")));
  ASSERT_TRUE(static_cast<bool>(Report)) << llvm::toString(Report.takeError());
  EXPECT_THAT(findingsOf(*Report->getAsObject()), SizeIs(1));
}

TEST(CliTest, OutputsThatCannotBeWritten) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result =
      P.check({"--output", "json=no/such/folder/report.json"});
  EXPECT_EQ(Result.Status, WrongUsage);
  EXPECT_THAT(Result.Err, HasSubstr("no/such/folder/report.json"));
  EXPECT_EQ(P.check({"--output", "text", "--output", "json"}).Status,
            WrongUsage)
      << "two formats mixed on one stream are of use to nobody";
}

TEST(CliTest, Color) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  EXPECT_THAT(P.check({"--color", "always"}).Out, HasSubstr("\x1b["));
  EXPECT_THAT(P.check({"--color", "never"}).Out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(P.check().Out, Not(HasSubstr("\x1b["))) << "no terminal";
  auto With = [&](const char *Variable,
                  const std::vector<std::string> &Arguments = {}) {
    // Set after check() unsets them: env(1) does so before it sets any.
    ProcessOptions Options;
    Options.Environment = {Variable};
    return P.check(Arguments, Options).Out;
  };
  EXPECT_THAT(With("CLICOLOR_FORCE=1"), HasSubstr("\x1b["));
  EXPECT_THAT(With("NO_COLOR=1"), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(With("NO_COLOR=1", {"--color", "always"}), HasSubstr("\x1b["));
}

TEST(CliTest, ReportsGoToStandardOutputAndNothingElseDoes) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.add("crash.cpp", "#pragma clang __debug parser_crash\n");
  P.writeDatabase();
  const ProcessResult Result = P.check({"--format", "json"});
  EXPECT_TRUE(static_cast<bool>(llvm::json::parse(Result.Out))) << Result.Out;
  EXPECT_THAT(Result.Err, HasSubstr("crash.cpp was not analysed"));
}

} // namespace
} // namespace slowpath::test
