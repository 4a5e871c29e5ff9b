// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contract of checks/support/Types.h and of `types:` in model files.
#include "checks/support/Types.h"
#include "checks/models/ApiModels.h"
#include "tests/support/Process.h"
#include "tests/support/TestUnit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace clang;
using ::testing::HasSubstr;

namespace slowpath {

static void PrintTo(TypeMeaning Meaning, std::ostream *Stream) {
  *Stream << (Meaning == TypeMeaning::Other ? "other"
                                            : toString(Meaning).str());
}

namespace test {
namespace {

TypeMeaning meaningIn(const std::string &Code,
                      std::vector<std::string> Args = {}) {
  TestUnit Unit(Code, std::move(Args));
  return meaningOf(Unit.variable("x").getType());
}

std::vector<std::string> packageArgs(const std::string &Package) {
  const ProcessResult Flags = run({"pkg-config", "--cflags", Package});
  EXPECT_EQ(Flags.Status, 0) << Flags.Err << Flags.Problem;
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Flags.Out, Words);
  std::vector<std::string> Args(Words.begin(), Words.end());
  Args.push_back("-fPIC");
  return Args;
}

TEST(MeaningTest, StandardLibrary) {
  const struct {
    const char *Header, *Type;
    TypeMeaning Meaning;
  } Cases[] = {
      {"string", "std::string", TypeMeaning::String},
      {"string", "const std::u16string &", TypeMeaning::String},
      {"vector", "std::vector<int>", TypeMeaning::ContiguousSequence},
      {"vector", "std::vector<bool> &&", TypeMeaning::ContiguousSequence},
      {"deque", "std::deque<int>", TypeMeaning::IndexedSequence},
      {"array", "std::array<int, 3>", TypeMeaning::IndexedSequence},
      {"span", "std::span<int>", TypeMeaning::IndexedSequence},
      {"map", "std::map<int, int>", TypeMeaning::Map},
      {"unordered_map", "std::unordered_map<int, int>", TypeMeaning::Map},
      {"set", "std::set<int>", TypeMeaning::Set},
      {"list", "std::list<int>", TypeMeaning::LinkedSequence},
      {"string_view", "std::string_view", TypeMeaning::View},
      {"chrono", "std::chrono::milliseconds", TypeMeaning::Time},
      {"fstream", "std::ifstream &", TypeMeaning::InputStream},
      {"memory", "std::shared_ptr<int>", TypeMeaning::SharedPointer},
      {"memory", "std::unique_ptr<int>", TypeMeaning::Other},
      {"mutex", "std::unique_lock<std::mutex> &", TypeMeaning::Lock},
      {"vector", "int", TypeMeaning::Other},
      {"vector", "std::vector<int> *", TypeMeaning::Other},
  };
  for (const auto &Case : Cases)
    EXPECT_EQ(meaningIn(std::string("#include <") + Case.Header + ">\nvoid f(" +
                        Case.Type + " x) {}"),
              Case.Meaning)
        << Case.Type;
}

TEST(MeaningTest, OtherLibraries) {
  EXPECT_EQ(meaningIn("#include <QString>\nvoid f(QString x) {}",
                      packageArgs("Qt5Core")),
            TypeMeaning::String);
  EXPECT_EQ(meaningIn("#include <QStringList>\nvoid f(QStringList x) {}",
                      packageArgs("Qt5Core")),
            TypeMeaning::DoubleEndedContiguous);
  EXPECT_EQ(meaningIn("#include <QVector>\nvoid f(QVector<int> x) {}",
                      packageArgs("Qt5Core")),
            TypeMeaning::ContiguousSequence);
  EXPECT_EQ(meaningIn("#include <QVector>\nvoid f(QVector<int> x) {}",
                      packageArgs("Qt6Core")),
            TypeMeaning::DoubleEndedContiguous);
  EXPECT_EQ(meaningIn("#include <QHash>\nvoid f(QHash<int, int> x) {}",
                      packageArgs("Qt6Core")),
            TypeMeaning::Map);
  EXPECT_EQ(meaningIn("#include <boost/container/small_vector.hpp>\n"
                      "void f(boost::container::small_vector<int, 4> x) {}"),
            TypeMeaning::ContiguousSequence);
  EXPECT_EQ(meaningIn("#include <boost/unordered_map.hpp>\n"
                      "void f(boost::unordered_map<int, int> x) {}"),
            TypeMeaning::Map);
}

TEST(MeaningTest, ClassesOfTheUser) {
  const std::string Vector = "#include <vector>\n";
  EXPECT_EQ(meaningIn(Vector + "struct Rows : std::vector<int> {};"
                               "struct More : Rows {}; void f(More x) {}"),
            TypeMeaning::ContiguousSequence);
  EXPECT_EQ(meaningIn(Vector + "template <typename T> using List ="
                               "  std::vector<T>; void f(List<int> x) {}"),
            TypeMeaning::ContiguousSequence);
  EXPECT_EQ(meaningIn("namespace mine { template <typename T> class vector {};"
                      "} void f(mine::vector<int> x) {}"),
            TypeMeaning::Other);
  EXPECT_EQ(meaningIn("class Opaque; void f(Opaque &x) {}"),
            TypeMeaning::Other);
  EXPECT_EQ(meaningIn("template <typename T> void f(T x) {}"),
            TypeMeaning::Other);
}

TEST(MeaningTest, RowsOfTheUserGoFirst) {
  llvm::SmallString<128> Path;
  int File = -1;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("types", "yaml", File, Path));
  {
    llvm::raw_fd_ostream Out(File, /*shouldClose=*/true);
    Out << "library: app\ntypes:\n"
           "  - {name: \"::app::Text\", meaning: string}\n"
           "  - {name: \"::std::vector\", meaning: double_ended}\n";
  }
  auto Models = ApiModels::withUserFiles({Path.str().str()});
  ASSERT_TRUE(static_cast<bool>(Models)) << llvm::toString(Models.takeError());
  TestUnit Unit("#include <deque>\n#include <vector>\n"
                "namespace app { class Text {}; class Other {}; }"
                "void f(app::Text a, app::Other b, std::vector<int> c,"
                "       std::deque<int> d) {}");
  const auto Meaning = [&](llvm::StringRef Name) {
    return (*Models)->meaningOf(
        *Unit.variable(Name).getType()->getAsCXXRecordDecl());
  };
  EXPECT_EQ(Meaning("a"), TypeMeaning::String);
  EXPECT_EQ(Meaning("b"), TypeMeaning::Other);
  EXPECT_EQ(Meaning("c"), TypeMeaning::DoubleEndedContiguous);
  EXPECT_EQ(Meaning("d"), TypeMeaning::IndexedSequence);
  (void)llvm::sys::fs::remove(Path);
}

std::string errorOf(llvm::StringRef Rows) {
  const std::string Text = ("library: x\ntypes:\n" + Rows).str();
  auto Parsed = ApiModels::parse(llvm::MemoryBufferRef(Text, "m.yaml"));
  return Parsed ? "" : llvm::toString(Parsed.takeError());
}

TEST(TypeRowsTest, AreRead) {
  EXPECT_EQ(errorOf("  - {name: \"::T\", meaning: map}\n"), "");
}

TEST(TypeRowsTest, RefuseWhatTheyDoNotKnow) {
  EXPECT_THAT(errorOf("  - {name: \"::T\", meaning: mapp}\n"),
              HasSubstr("m.yaml:3:28: unknown enumerated scalar"));
  EXPECT_THAT(errorOf("  - {name: \"::T\", meaning: map, colour: red}\n"),
              HasSubstr("m.yaml:3:33: unknown key 'colour'"));
  EXPECT_THAT(errorOf("  - {name: \"::T\"}\n"),
              HasSubstr("missing required key 'meaning'"));
  EXPECT_THAT(errorOf("  - {name: T, meaning: map}\n"),
              HasSubstr("a name begins with '::'"));
  EXPECT_THAT(errorOf("  - {name: \"::T\", meaning: map}\n"
                      "  - {name: \"::T\", meaning: view}\n"),
              HasSubstr("m.yaml:4:6: the row is given twice"));
}

TEST(TypeRowsTest, EveryMeaningIsDocumented) {
  auto Page =
      llvm::MemoryBuffer::getFile(SLOWPATH_SOURCE_DIR "/docs/models.md");
  ASSERT_TRUE(static_cast<bool>(Page));
  for (int I = 0; I != static_cast<int>(TypeMeaning::Other); ++I)
    EXPECT_THAT((*Page)->getBuffer().str(),
                HasSubstr("\n| `" +
                          toString(static_cast<TypeMeaning>(I)).str() +
                          "` | "));
}

} // namespace
} // namespace test
} // namespace slowpath
