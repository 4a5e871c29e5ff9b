// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Facts that are stated twice, in CheckInfo and in the file tree, agree.
#include "checks/AllChecks.h"
#include "tests/support/Golden.h"
#include "tests/support/Pages.h"
#include "tests/support/Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <set>

namespace slowpath {

// Names a check in the output of a failed test.
static void PrintTo(const CheckInfo *Info, std::ostream *Stream) {
  *Stream << Info->Name.str();
}

namespace test {
namespace {

std::string folderOf(const CheckInfo &Info) {
  llvm::StringRef Name = Info.Name;
  Name.consume_front("slowpath-");
  return Name.str();
}

/// "string-append" → "StringAppendCheck".
std::string className(llvm::StringRef Kebab) {
  std::string Name;
  llvm::SmallVector<llvm::StringRef> Words;
  Kebab.split(Words, '-');
  for (llvm::StringRef Word : Words)
    Name += llvm::toUpper(Word[0]) + Word.drop_front().str();
  return Name + "Check";
}

std::string path(llvm::StringRef Relative) {
  return SLOWPATH_SOURCE_DIR "/" + Relative.str();
}

/// How many columns a terminal needs: code points, since there are no wide
/// characters in summaries.
size_t columns(llvm::StringRef Text) {
  return static_cast<size_t>(
      llvm::count_if(Text, [](char C) { return (C & 0xC0) != 0x80; }));
}

TEST(RegistryTest, NamesAreSortedAndUnique) {
  std::vector<std::string> Names;
  for (const CheckInfo *Info : allChecks())
    Names.push_back(Info->Name.str());
  EXPECT_TRUE(std::is_sorted(Names.begin(), Names.end()))
      << "the CheckList of SlowpathModule.cpp is not sorted: "
      << llvm::join(Names, ", ");
  EXPECT_EQ(std::set<std::string>(Names.begin(), Names.end()).size(),
            Names.size());
}

TEST(RegistryTest, ChecksAreFoundByName) {
  for (const CheckInfo *Info : allChecks())
    EXPECT_EQ(findCheck(Info->Name), Info);
  EXPECT_EQ(findCheck("slowpath-no-such-check"), nullptr);
  EXPECT_EQ(findCheck(""), nullptr);
}

TEST(RegistryTest, EveryCheckHeaderIsRegistered) {
  std::set<std::string> Registered;
  for (const CheckInfo *Info : allChecks())
    Registered.insert(path(("checks/" + toString(Info->Group) + "/" +
                            className(folderOf(*Info)) + ".h")
                               .str()));
  std::error_code Error;
  for (llvm::sys::fs::recursive_directory_iterator File(path("checks"), Error),
       End;
       File != End && !Error; File.increment(Error)) {
    const llvm::StringRef Name = llvm::sys::path::filename(File->path());
    if (Name.ends_with("Check.h") && Name != "SlowpathCheck.h" &&
        Name != "LinkedCheck.h")
      EXPECT_TRUE(Registered.count(File->path()))
          << File->path()
          << " is of no registered check, or of one that has another category";
  }
  EXPECT_FALSE(Error) << Error.message();
}

TEST(RegistryTest, EveryGoldenFolderBelongsToACheck) {
  std::set<std::string> Folders;
  for (const GoldenCase &Case : goldenCases(goldenFolder()))
    Folders.insert(Case.Folder);
  for (const std::string &Folder : Folders)
    EXPECT_NE(findCheck("slowpath-" + Folder), nullptr)
        << "tests/golden/" << Folder;
}

TEST(RegistryTest, EveryDocumentationPageBelongsToACheck) {
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator File(path("docs/checks"), Error), End;
       File != End && !Error; File.increment(Error)) {
    llvm::StringRef Name = llvm::sys::path::filename(File->path());
    if (Name != "README.md" && Name.consume_back(".md"))
      EXPECT_NE(findCheck(Name), nullptr) << File->path();
  }
}

class CheckTest : public testing::TestWithParam<const CheckInfo *> {};

TEST_P(CheckTest, NameIsKebabCase) {
  EXPECT_TRUE(llvm::Regex("^slowpath(-[a-z]+)+$").match(GetParam()->Name));
}

TEST_P(CheckTest, SummaryFollowsTheConvention) {
  const llvm::StringRef Summary = GetParam()->Summary;
  ASSERT_FALSE(Summary.empty());
  EXPECT_TRUE(llvm::isLower(Summary.front())) << Summary.str();
  EXPECT_NE(Summary.back(), '.') << Summary.str();
  EXPECT_LE(columns(Summary), 80U) << Summary.str();
}

TEST_P(CheckTest, CostIsGiven) {
  EXPECT_FALSE(GetParam()->Typical.Before.empty());
  EXPECT_FALSE(GetParam()->Typical.After.empty());
  EXPECT_NE(GetParam()->Typical.Before, GetParam()->Typical.After);
}

TEST_P(CheckTest, OptionsAreDescribed) {
  std::set<std::string> Names;
  for (const OptionInfo &Option : GetParam()->Options) {
    EXPECT_TRUE(llvm::Regex("^[A-Z][A-Za-z0-9]*$").match(Option.Name))
        << Option.Name.str();
    EXPECT_TRUE(Names.insert(Option.Name.str()).second) << Option.Name.str();
    ASSERT_FALSE(Option.Help.empty()) << Option.Name.str();
    EXPECT_TRUE(llvm::isLower(Option.Help.front())) << Option.Help.str();
    EXPECT_NE(Option.Help.back(), '.') << Option.Help.str();
  }
}

TEST_P(CheckTest, SourcesStandInTheFolderOfTheCategory) {
  const std::string Stem = path(("checks/" + toString(GetParam()->Group) + "/" +
                                 className(folderOf(*GetParam())))
                                    .str());
  EXPECT_TRUE(llvm::sys::fs::exists(Stem + ".h")) << Stem << ".h";
  EXPECT_TRUE(llvm::sys::fs::exists(Stem + ".cpp")) << Stem << ".cpp";
}

TEST_P(CheckTest, HasABenchmark) {
  const std::string File =
      path("tests/bench/" + folderOf(*GetParam()) + ".cpp");
  EXPECT_TRUE(llvm::sys::fs::exists(File)) << File;
}

TEST_P(CheckTest, HasGoldenCasesOfEveryKind) {
  const std::string Folder = folderOf(*GetParam());
  bool HasPositive = false;
  bool HasNegative = false;
  std::set<std::string> Missing = {"macro", "template", "header"};
  for (const GoldenCase &Case : goldenCases(goldenFolder())) {
    if (Case.Folder != Folder)
      continue;
    (Case.isOk() ? HasNegative : HasPositive) = true;
    for (const char *Kind : {"macro", "template", "header"})
      if (llvm::StringRef(Case.Name).starts_with(Kind))
        Missing.erase(Kind);
  }
  EXPECT_TRUE(HasPositive) << "tests/golden/" << Folder << "/*.cpp";
  EXPECT_TRUE(HasNegative) << "tests/golden/" << Folder << "/*_ok.cpp";
  for (const std::string &Kind : Missing)
    ADD_FAILURE() << "tests/golden/" << Folder << "/" << Kind << "*.cpp";
}

TEST_P(CheckTest, HasACompletePage) {
  const std::string Page =
      path(("docs/checks/" + GetParam()->Name + ".md").str());
  const std::string Text = readFile(Page);
  EXPECT_TRUE(
      llvm::StringRef(Text).starts_with(("# " + GetParam()->Name + "\n").str()))
      << Page << " begins with the check's name";
  const std::map<std::string, PageSection> Sections = parsePage(Text);
  std::vector<std::string> Required = {
      "What",       "Why it is slow", "Example", "Instead", "When it is silent",
      "Fix levels", "Measured"};
  if (!GetParam()->Options.empty())
    Required.push_back("Options");
  for (const std::string &Heading : Required) {
    const auto Section = Sections.find(Heading);
    if (Section == Sections.end()) {
      ADD_FAILURE() << Page << " lacks \"## " << Heading << "\"";
      continue;
    }
    EXPECT_TRUE(!llvm::StringRef(Section->second.Text).trim().empty() ||
                !Section->second.Blocks.empty())
        << Page << ": nothing under \"## " << Heading << "\"";
  }
  for (const OptionInfo &Option : GetParam()->Options) {
    const auto Section = Sections.find("Options");
    if (Section != Sections.end())
      EXPECT_TRUE(llvm::StringRef(Section->second.Text)
                      .contains(("`" + Option.Name + "`").str()))
          << Page << " does not describe " << Option.Name.str();
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CheckTest);
INSTANTIATE_TEST_SUITE_P(
    All, CheckTest, testing::ValuesIn(allChecks().begin(), allChecks().end()),
    [](const testing::TestParamInfo<const CheckInfo *> &Parameter) {
      std::string Name = folderOf(*Parameter.param);
      std::replace(Name.begin(), Name.end(), '-', '_');
      return Name;
    });

} // namespace
} // namespace test
} // namespace slowpath
