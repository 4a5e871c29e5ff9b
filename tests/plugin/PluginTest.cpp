// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The plugin in the distribution's clang-tidy says what the program says.
#include "tests/support/Project.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>

namespace slowpath::test {
namespace {

using testing::Contains;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr llvm::StringLiteral SlowInManyWays =
    "#include <string>\n"
    "#include <vector>\n"
    "std::string join(const std::vector<std::string> &parts) {\n"
    "  std::string text;\n"
    "  for (const auto &part : parts)\n"
    "    text = text + part;\n"
    "  return text;\n"
    "}\n"
    "std::string reversed(const std::vector<std::string> &parts) {\n"
    "  std::string text;\n"
    "  for (const auto &part : parts)\n"
    "    text = part + text;\n"
    "  return text;\n"
    "}\n"
    "std::vector<int> turned(const std::vector<int> &all) {\n"
    "  std::vector<int> result;\n"
    "  for (int one : all)\n"
    "    result.insert(result.begin(), one);\n"
    "  return result;\n"
    "}\n";

ProcessResult clangTidy(const Project &P,
                        const std::vector<std::string> &Arguments) {
  std::vector<std::string> Command = {SLOWPATH_LLVM_BIN_DIR "/clang-tidy",
                                      "--load=" SLOWPATH_BINARY_DIR
                                      "/lib/libslowpath-tidy.so",
                                      "--checks=-*,slowpath-*", "--quiet"};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  ProcessOptions Options;
  Options.Directory = P.root();
  return run(Command, Options);
}

/// "file:line:column: message [check]" of every warning, the file relative to
/// the project.
std::vector<std::string> warningsOf(const Project &P, llvm::StringRef Out) {
  static const llvm::Regex Warning(
      "^(.*):([0-9]+):([0-9]+): warning: (.*) \\[(slowpath-[a-z-]+)\\]$");
  std::vector<std::string> Warnings;
  llvm::SmallVector<llvm::StringRef> Lines;
  Out.split(Lines, '\n');
  for (llvm::StringRef Line : Lines) {
    llvm::SmallVector<llvm::StringRef> Groups;
    if (!Warning.match(Line, &Groups))
      continue;
    llvm::StringRef File = Groups[1];
    File.consume_front(P.root() + "/");
    Warnings.push_back((File + ":" + Groups[2] + ":" + Groups[3] + ": " +
                        Groups[4] + " [" + Groups[5] + "]")
                           .str());
  }
  std::sort(Warnings.begin(), Warnings.end());
  return Warnings;
}

TEST(PluginTest, ChecksAreListed) {
  Project P;
  const ProcessResult Result = clangTidy(P, {"--list-checks"});
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  EXPECT_THAT(Result.Out, HasSubstr("slowpath-string-append"));
}

TEST(PluginTest, SameFindingsAsTheProgram) {
  Project P;
  P.add("src/slow.cpp", SlowInManyWays);
  P.writeDatabase();
  std::vector<std::string> FromProgram = findingsOf(P.checkToJson());
  std::sort(FromProgram.begin(), FromProgram.end());
  EXPECT_GE(FromProgram.size(), 3U);
  const ProcessResult Result = clangTidy(P, {"-p", "build", "src/slow.cpp"});
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  EXPECT_THAT(warningsOf(P, Result.Out), ElementsAreArray(FromProgram));
}

TEST(PluginTest, MessagesCarryCostLoopAndRewrite) {
  Project P;
  P.add("slow.cpp", SlowInManyWays);
  P.writeDatabase();
  const ProcessResult Result = clangTidy(P, {"-p", "build", "slow.cpp"});
  EXPECT_THAT(Result.Out, HasSubstr("(O(n²) → O(n)) [slowpath-string-append]"));
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:5:3: note: inside this loop"));
  EXPECT_THAT(Result.Out, HasSubstr("note: rewrite: "));
}

TEST(PluginTest, FixAppliesSafeRewritesOnly) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result =
      clangTidy(P, {"--fix", "-p", "build", "slow.cpp"});
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  const std::string Slow = "text = text + part";
  std::string Fixed = SlowSource.str();
  Fixed.replace(Fixed.find(Slow), Slow.size(), "text += part");
  EXPECT_EQ(readFile(P.file("slow.cpp")), Fixed);
  EXPECT_THAT(warningsOf(P, clangTidy(P, {"-p", "build", "slow.cpp"}).Out),
              IsEmpty());
}

TEST(PluginTest, NolintAndOptionsAreClangTidys) {
  Project P;
  std::string Text = SlowSource.str();
  Text.insert(Text.find(";\n  return"), "; // NOLINT");
  P.add("slow.cpp", Text);
  P.writeDatabase();
  EXPECT_THAT(warningsOf(P, clangTidy(P, {"-p", "build", "slow.cpp"}).Out),
              IsEmpty());
  const ProcessResult Dump = clangTidy(P, {"--dump-config", "slow.cpp"});
  EXPECT_THAT(Dump.Out, HasSubstr("slowpath-string-append.Temporaries"));
}

} // namespace
} // namespace slowpath::test
