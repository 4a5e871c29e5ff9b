// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The plugin in the distribution's clang-tidy says what the program says.
#include "tests/support/ClangTidy.h"
#include "tests/support/Project.h"
#include "llvm/ADT/StringRef.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>

namespace slowpath::test {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;

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

TEST(PluginTest, ChecksAreListed) {
  Project P;
  const ProcessResult Result = clangTidy(P.root(), {"--list-checks"});
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
  const ProcessResult Result =
      clangTidy(P.root(), {"-p", "build", "src/slow.cpp"});
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  EXPECT_THAT(warningsOf(Result.Out, P.root()), ElementsAreArray(FromProgram));
}

TEST(PluginTest, MessagesCarryCostLoopAndRewrite) {
  Project P;
  P.add("slow.cpp", SlowInManyWays);
  P.writeDatabase();
  const ProcessResult Result = clangTidy(P.root(), {"-p", "build", "slow.cpp"});
  EXPECT_THAT(Result.Out, HasSubstr("(O(n²) → O(n)) [slowpath-string-append]"));
  EXPECT_THAT(Result.Out, HasSubstr("slow.cpp:5:3: note: inside this loop"));
  EXPECT_THAT(Result.Out, HasSubstr("note: rewrite: "));
}

TEST(PluginTest, FixAppliesSafeRewritesOnly) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.writeDatabase();
  const ProcessResult Result =
      clangTidy(P.root(), {"--fix", "-p", "build", "slow.cpp"});
  EXPECT_EQ(Result.Status, 0) << Result.Err;
  const std::string Slow = "text = text + part";
  std::string Fixed = SlowSource.str();
  Fixed.replace(Fixed.find(Slow), Slow.size(), "text += part");
  EXPECT_EQ(readFile(P.file("slow.cpp")), Fixed);
  EXPECT_THAT(warningsOf(clangTidy(P.root(), {"-p", "build", "slow.cpp"}).Out,
                         P.root()),
              IsEmpty());
}

TEST(PluginTest, NolintAndOptionsAreClangTidys) {
  Project P;
  std::string Text = SlowSource.str();
  Text.insert(Text.find(";\n  return"), "; // NOLINT");
  P.add("slow.cpp", Text);
  P.writeDatabase();
  EXPECT_THAT(warningsOf(clangTidy(P.root(), {"-p", "build", "slow.cpp"}).Out,
                         P.root()),
              IsEmpty());
  const ProcessResult Dump = clangTidy(P.root(), {"--dump-config", "slow.cpp"});
  EXPECT_THAT(Dump.Out, HasSubstr("slowpath-string-append.Temporaries"));
}

} // namespace
} // namespace slowpath::test
