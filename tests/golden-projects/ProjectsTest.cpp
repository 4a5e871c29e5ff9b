// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What only several files show. Each folder here is a project; what is to be
// found in it stands in comments:
//   // want: text             a finding on this line whose message has the text
//   // want[advice]: text     … with a rewrite of that level
//   // want-note: text        a note on this line
// `// args: …` as the first line of a source adds to its compile command.
// `@+1` and `@-1` behind the word move it by lines. Everything found must be
// wanted and the other way round, and the three ways to ask must agree.
#include "tests/support/Project.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <fmt/format.h>

namespace slowpath::test {
namespace {

using testing::IsEmpty;

struct Want {
  std::string File;
  int64_t Line = 0;
  bool IsNote = false;
  std::string Level;
  std::string Text;
  bool Met = false;
};

/// What is in a facts file behind its name and size.
std::string unpacked(llvm::StringRef Bytes) {
  llvm::SmallVector<uint8_t, 0> Plain;
  if (Bytes.size() < 12)
    return "too short";
  if (llvm::Error Error = llvm::compression::zstd::decompress(
          llvm::arrayRefFromStringRef(Bytes.drop_front(12)), Plain,
          llvm::support::endian::read32le(Bytes.data() + 8)))
    return toString(std::move(Error));
  return llvm::toStringRef(Plain).str();
}

/// The projects, by the names of their folders.
std::vector<std::string> projects() {
  std::vector<std::string> Names;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator
           File(SLOWPATH_SOURCE_DIR "/tests/golden-projects", Error),
       End;
       !Error && File != End; File.increment(Error))
    if (llvm::sys::fs::is_directory(File->path()))
      Names.push_back(llvm::sys::path::filename(File->path()).str());
  std::sort(Names.begin(), Names.end());
  return Names;
}

std::vector<Want> wantsIn(const std::string &File, llvm::StringRef Text) {
  std::vector<Want> Wants;
  llvm::Regex Pattern(
      "// want(-note)?(\\[([a-z]+)\\])?(@([-+][0-9]+))?: (.*)$");
  llvm::SmallVector<llvm::StringRef> Lines;
  Text.split(Lines, '\n');
  for (size_t I = 0; I < Lines.size(); ++I) {
    llvm::SmallVector<llvm::StringRef> Parts;
    if (!Pattern.match(Lines[I], &Parts))
      continue;
    Want W;
    W.File = File;
    W.Line = static_cast<int64_t>(I) + 1;
    int64_t Offset = 0;
    if (!Parts[5].empty() && !Parts[5].ltrim('+').getAsInteger(10, Offset))
      W.Line += Offset;
    W.IsNote = !Parts[1].empty();
    W.Level = Parts[3].str();
    W.Text = Parts[6].rtrim().str();
    Wants.push_back(W);
  }
  return Wants;
}

/// What a source is compiled with: its first line may say more.
std::vector<std::string> argumentsOf(llvm::StringRef Text) {
  std::vector<std::string> Arguments = {"-std=c++20"};
  if (Text.consume_front("// args: ")) {
    llvm::SmallVector<llvm::StringRef> More;
    Text.split('\n').first.split(More, ' ');
    for (llvm::StringRef Argument : More)
      Arguments.push_back(Argument.str());
  }
  return Arguments;
}

class GoldenProjectTest : public testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    const std::string Folder =
        SLOWPATH_SOURCE_DIR "/tests/golden-projects/" + GetParam();
    std::error_code Error;
    for (llvm::sys::fs::directory_iterator File(Folder, Error), End;
         !Error && File != End; File.increment(Error)) {
      const std::string Name =
          "src/" + llvm::sys::path::filename(File->path()).str();
      const std::string Text = readFile(File->path());
      for (Want &W : wantsIn(Name, Text))
        Wants.push_back(std::move(W));
      if (llvm::StringRef(Name).ends_with(".cpp")) {
        Sources.push_back(Name);
        P.add(Name, Text, argumentsOf(Text));
      } else {
        P.write(Name, Text);
      }
    }
    std::sort(Sources.begin(), Sources.end());
    P.writeDatabase();
  }

  void meet(const std::string &File, int64_t Line, bool IsNote,
            llvm::StringRef Message, llvm::StringRef Level) {
    for (Want &W : Wants)
      if (W.File == File && W.Line == Line && W.IsNote == IsNote &&
          Message.contains(W.Text) && (W.Level.empty() || W.Level == Level)) {
        W.Met = true;
        return;
      }
    ADD_FAILURE() << fmt::format("{}:{}: unexpected {}: {} [{}]", File, Line,
                                 IsNote ? "note" : "finding", Message.str(),
                                 Level.str());
  }

  ProcessResult runIn(const std::vector<std::string> &Arguments) {
    std::vector<std::string> Command = {slowpathProgram()};
    Command.insert(Command.end(), Arguments.begin(), Arguments.end());
    ProcessOptions Options;
    Options.Directory = P.root();
    return run(Command, Options);
  }

  Project P;
  std::vector<std::string> Sources;
  std::vector<Want> Wants;
};

TEST_P(GoldenProjectTest, FindsWhatIsWanted) {
  const llvm::json::Object Report = P.checkToJson();
  EXPECT_THAT(errorFilesOf(Report), IsEmpty());
  for (const llvm::json::Value &Value : *Report.getArray("findings")) {
    const llvm::json::Object &F = *Value.getAsObject();
    meet(F.getString("file")->str(), *F.getInteger("line"), false,
         *F.getString("message"), *F.getString("fixLevel"));
    EXPECT_NE(*F.getString("advice"), "");
    for (const llvm::json::Value &NoteValue : *F.getArray("notes")) {
      const llvm::json::Object &N = *NoteValue.getAsObject();
      meet(N.getString("file")->str(), *N.getInteger("line"), true,
           *N.getString("message"), "");
    }
  }
  for (const Want &W : Wants)
    EXPECT_TRUE(W.Met) << fmt::format("{}:{}: not {}: {}", W.File, W.Line,
                                      W.IsNote ? "noted" : "found", W.Text);
}

TEST_P(GoldenProjectTest, FactsInAnyOrderSayTheSame) {
  const llvm::json::Object Whole = P.checkToJson();
  std::vector<std::string> Files;
  for (const std::string &Source : Sources) {
    // Each as an action of its own, as a build system would run it.
    Files.push_back(P.file("facts/" + Source + ".facts"));
    const ProcessResult Wrote = runIn({"facts", Source, "-o", Files.back()});
    ASSERT_EQ(Wrote.Status, 0) << Wrote.Err << Wrote.Problem;
  }
  const auto Link = [&](std::vector<std::string> Arguments) {
    Arguments.insert(Arguments.begin(), {"link", "--format", "json"});
    return runIn(Arguments);
  };
  const ProcessResult Linked = Link(Files);
  EXPECT_EQ(Linked.Status, Whole.getArray("findings")->empty() ? 0 : 1);
  llvm::Expected<llvm::json::Value> Report = llvm::json::parse(Linked.Out);
  ASSERT_TRUE(static_cast<bool>(Report)) << Linked.Out << Linked.Err;
  EXPECT_EQ(*Report->getAsObject()->getArray("findings"),
            *Whole.getArray("findings"));

  std::reverse(Files.begin(), Files.end());
  EXPECT_EQ(Link(Files).Out, Linked.Out);
  // All at once, in two processes; and the same bytes.
  const ProcessResult AtOnce = runIn({"facts", "-j2", "-o", P.file("at-once")});
  ASSERT_EQ(AtOnce.Status, 0) << AtOnce.Err << AtOnce.Problem;
  for (const std::string &Source : Sources) {
    const std::string Bytes = readFile(P.file("at-once/" + Source + ".facts"));
    EXPECT_EQ(Bytes, readFile(P.file("facts/" + Source + ".facts"))) << Source;
    const std::string Plain = unpacked(Bytes);
    EXPECT_NE(Plain.find(Source), std::string::npos) << Plain.size();
    EXPECT_EQ(Plain.find(P.root()), std::string::npos);
  }
}

TEST(LinkTest, TellsWhatItCannotRead) {
  Project P;
  P.add("slow.cpp", SlowSource);
  P.add("broken.cpp", "#include \"nosuch.h\"\n");
  P.writeDatabase();
  ProcessOptions Options;
  Options.Directory = P.root();
  const ProcessResult Wrote =
      run({slowpathProgram(), "facts", "-o", "facts"}, Options);
  ASSERT_EQ(Wrote.Status, 0) << Wrote.Err;
  const std::string Good = readFile(P.file("facts/slow.cpp.facts"));
  P.write("facts/cut.facts", llvm::StringRef(Good).drop_back(10));
  P.write("facts/other.facts", "something else");
  const auto Link = [&](std::vector<std::string> Files) {
    Files.insert(Files.begin(), {slowpathProgram(), "link"});
    return run(Files, Options);
  };
  // Findings, and what is incomplete, as check reports them.
  const ProcessResult Sound =
      Link({"facts/slow.cpp.facts", "facts/broken.cpp.facts"});
  EXPECT_EQ(Sound.Status, 1);
  EXPECT_EQ(Sound.Out, P.check({"--color", "never"}).Out);
  EXPECT_THAT(Sound.Out, testing::HasSubstr("nosuch.h"));
  // What cannot be read costs nothing but itself.
  const ProcessResult Damaged =
      Link({"facts/cut.facts", "facts/slow.cpp.facts", "facts/other.facts",
            "facts/missing.facts"});
  EXPECT_EQ(Damaged.Status, 3);
  EXPECT_THAT(Damaged.Out, testing::HasSubstr("slow.cpp:6:5: warning:"));
  EXPECT_THAT(Damaged.Err, testing::HasSubstr("cut.facts is damaged"));
  EXPECT_THAT(Damaged.Err,
              testing::HasSubstr("other.facts is not a facts file"));
  EXPECT_THAT(Damaged.Err, testing::HasSubstr("missing.facts"));
}

TEST(FactsTest, OneFileTakesOneUnit) {
  Project P;
  P.add("a.cpp", "int a;\n");
  P.add("b.cpp", "int b;\n");
  P.writeDatabase();
  ProcessOptions Options;
  Options.Directory = P.root();
  const ProcessResult Several =
      run({slowpathProgram(), "facts", "-o", "all.facts"}, Options);
  EXPECT_EQ(Several.Status, 2);
  EXPECT_THAT(Several.Err, testing::HasSubstr("name a directory"));
  // One that cannot be analysed has facts that say so.
  ASSERT_FALSE(llvm::sys::fs::remove(P.file("b.cpp")));
  const ProcessResult Gone =
      run({slowpathProgram(), "facts", "-o", "facts"}, Options);
  EXPECT_EQ(Gone.Status, 0) << Gone.Err;
  const ProcessResult Linked =
      run({slowpathProgram(), "link", "facts/b.cpp.facts"}, Options);
  EXPECT_EQ(Linked.Status, 3);
  EXPECT_THAT(Linked.Out, testing::HasSubstr("b.cpp: cannot be read"));
}

TEST(FactsTest, DepfileNamesWhatWasRead) {
  Project P;
  P.write("my dir/part.h", "inline int part() { return 1; }\n");
  P.write(".clang-tidy", "Checks: 'slowpath-*'\n");
  P.add("a.cpp", "#include \"my dir/part.h\"\n#include <cstddef>\n");
  P.writeDatabase();
  ProcessOptions Options;
  Options.Directory = P.root();
  const ProcessResult Wrote = run(
      {slowpathProgram(), "facts", "a.cpp", "-o", "out/a.facts", "--depfile"},
      Options);
  ASSERT_EQ(Wrote.Status, 0) << Wrote.Err;
  const std::string Rule = readFile(P.file("out/a.facts.d"));
  EXPECT_THAT(Rule, testing::StartsWith("out/a.facts: \\\n"));
  for (const char *Input :
       {"/a.cpp", "/my\\ dir/part.h", "/.clang-tidy", "/cstddef"})
    EXPECT_THAT(Rule, testing::HasSubstr(Input)) << Input;
}

TEST(FactsTest, PrefixesAreMapped) {
  // Without a repository, the current folder is the root, and its neighbours
  // belong to the same owner.
  Project P;
  ASSERT_FALSE(llvm::sys::fs::remove_directories(P.file(".git")));
  P.write("common/slow.h", "#include <unistd.h>\n"
                           "inline void nap() { sleep(1); }\n");
  P.write("app/a.cpp", "#include \"../common/slow.h\"\n"
                       "void rest() { nap(); }\n");
  ProcessOptions Options;
  Options.Directory = P.file("app");
  const auto Facts = [&](std::vector<std::string> More) {
    std::vector<std::string> Arguments = {slowpathProgram(), "facts", "a.cpp",
                                          "-o", "a.facts"};
    Arguments.insert(Arguments.end(), More.begin(), More.end());
    Arguments.insert(Arguments.end(), {"--", "-std=c++20"});
    const ProcessResult Wrote = run(Arguments, Options);
    EXPECT_EQ(Wrote.Status, 0) << Wrote.Err;
    return unpacked(readFile(P.file("app/a.facts")));
  };
  EXPECT_THAT(Facts({}), testing::HasSubstr(P.file("common/slow.h")));
  const std::string Mapped = Facts({"--prefix-map", P.root() + "=elsewhere"});
  EXPECT_THAT(Mapped, testing::Not(testing::HasSubstr(P.root())));
  EXPECT_THAT(Mapped, testing::HasSubstr("elsewhere/common/slow.h"));
}

TEST(GoldenProjectHarnessTest, ReadsExpectations) {
  const std::vector<Want> Wants =
      wantsIn("a.cpp", "f(); // want[advice]: slow call\n"
                       "// want-note@+2: here\n"
                       "// want@-2: and this\n");
  ASSERT_EQ(Wants.size(), 3U);
  EXPECT_EQ(Wants[0].Level, "advice");
  EXPECT_EQ(Wants[0].Text, "slow call");
  EXPECT_EQ(Wants[1].Line, 4);
  EXPECT_TRUE(Wants[1].IsNote);
  EXPECT_EQ(Wants[2].Line, 1);
}

INSTANTIATE_TEST_SUITE_P(All, GoldenProjectTest, testing::ValuesIn(projects()),
                         [](const auto &Info) { return Info.param; });

} // namespace
} // namespace slowpath::test
