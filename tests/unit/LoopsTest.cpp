// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contract of checks/support/Loops.h.
#include "checks/support/Loops.h"
#include "tests/support/Process.h"
#include "tests/support/TestUnit.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace clang;

namespace slowpath {

static void PrintTo(Loop::Kind Kind, std::ostream *Stream) {
  static constexpr const char *Names[] = {"For", "RangeFor", "While", "Do",
                                          "Algorithm"};
  *Stream << Names[static_cast<int>(Kind)];
}

static void PrintTo(Loop::Bound Bound, std::ostream *Stream) {
  static constexpr const char *Names[] = {"Data", "SmallConstant",
                                          "Concurrency", "Retry", "Event"};
  *Stream << Names[static_cast<int>(Bound)];
}

namespace test {
namespace {

using Kind = Loop::Kind;
using Bound = Loop::Bound;

/// The bound of the loop around hit(1).
Bound boundOf(llvm::StringRef Code, std::vector<std::string> Args = {}) {
  TestUnit Unit(Code, std::move(Args));
  const Loop *L = Unit.loop(1);
  if (!L) {
    ADD_FAILURE() << "hit(1) is in no loop:\n" << Code.str();
    return Bound::Data;
  }
  return L->Trips;
}

/// As above, with the statements in the body of a function.
Bound boundIn(const std::string &Body) {
  return boundOf("void f(int n, int *p) {" + Body + "}");
}

/// The trip count of the loop around hit(1), or nothing.
std::optional<uint64_t> tripCountIn(const std::string &Body) {
  TestUnit Unit("void f(int n) {" + Body + "}");
  const Loop *L = Unit.loop(1);
  EXPECT_NE(L, nullptr) << Body;
  return L ? L->TripCount : std::nullopt;
}

/// Is hit(1) repeated when Body is a function's body?
bool isRepeated(const std::string &Body) {
  TestUnit Unit("#include <cstdlib>\nint f(int n) {" + Body + " return 0; }");
  return Unit.loop(1) != nullptr;
}

std::vector<std::string> packageArgs(const std::string &Package) {
  const ProcessResult Flags = run({"pkg-config", "--cflags", Package});
  EXPECT_EQ(Flags.Status, 0) << Flags.Err << Flags.Problem;
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Flags.Out, Words);
  return {Words.begin(), Words.end()};
}

// Shapes.

TEST(LoopShapeTest, EveryStatementKind) {
  TestUnit Unit("void f(int n, int (&data)[99]) {"
                "  for (int i = 0; i < n; ++i) hit(1);"
                "  for (int x : data) hit(2);"
                "  while (cond()) hit(3);"
                "  do hit(4); while (cond());"
                "  hit(5);"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::For);
  EXPECT_TRUE(isa<ForStmt>(Unit.loop(1)->Statement));
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Shape, Kind::RangeFor);
  EXPECT_TRUE(isa<CXXForRangeStmt>(Unit.loop(2)->Statement));
  ASSERT_NE(Unit.loop(3), nullptr);
  EXPECT_EQ(Unit.loop(3)->Shape, Kind::While);
  EXPECT_TRUE(isa<WhileStmt>(Unit.loop(3)->Statement));
  ASSERT_NE(Unit.loop(4), nullptr);
  EXPECT_EQ(Unit.loop(4)->Shape, Kind::Do);
  EXPECT_TRUE(isa<DoStmt>(Unit.loop(4)->Statement));
  EXPECT_EQ(Unit.loop(5), nullptr);
  for (int Mark : {1, 2, 3, 4}) {
    EXPECT_TRUE(Unit.loop(Mark)->isDataLoop()) << Mark;
    EXPECT_EQ(Unit.loop(Mark)->Parent, nullptr) << Mark;
    EXPECT_EQ(Unit.loop(Mark)->Body->getBeginLoc(),
              Unit.hit(Mark).getBeginLoc())
        << Mark;
  }
}

TEST(LoopShapeTest, VariableAndRange) {
  TestUnit Unit("#include <vector>\n"
                "void f(int n, std::vector<int> v) {"
                "  for (int i = 0; i < n; ++i) hit(1);"
                "  for (int x : v) hit(2);"
                "  while (cond()) hit(3);"
                "}");
  EXPECT_EQ(Unit.loop(1)->Variable, &Unit.variable("i"));
  EXPECT_EQ(Unit.loop(1)->Range, nullptr);
  EXPECT_EQ(Unit.loop(2)->Variable, &Unit.variable("x"));
  ASSERT_NE(Unit.loop(2)->Range, nullptr);
  const auto *Range =
      dyn_cast<DeclRefExpr>(Unit.loop(2)->Range->IgnoreUnlessSpelledInSource());
  ASSERT_NE(Range, nullptr);
  EXPECT_EQ(Range->getDecl(), &Unit.variable("v"));
  EXPECT_EQ(Unit.loop(3)->Variable, nullptr);
  EXPECT_EQ(Unit.loop(3)->Range, nullptr);
}

TEST(LoopShapeTest, PartsOutsideOfTheBody) {
  TestUnit Unit("#include <vector>\n"
                "std::vector<int> make(bool);"
                "void f(int n) {"
                "  for (bool b = hit(1); hit(2); hit(3)) {}"
                "  for (int x : make(hit(4))) hit(5);"
                "  while (hit(6)) {}"
                "  do {} while (hit(7));"
                "}");
  EXPECT_EQ(Unit.loop(1), nullptr);
  EXPECT_NE(Unit.loop(2), nullptr);
  EXPECT_NE(Unit.loop(3), nullptr);
  EXPECT_EQ(Unit.loop(4), nullptr) << "a range is evaluated once";
  EXPECT_NE(Unit.loop(5), nullptr);
  EXPECT_NE(Unit.loop(6), nullptr);
  EXPECT_NE(Unit.loop(7), nullptr);
}

TEST(LoopShapeTest, Nesting) {
  TestUnit Unit("void f(int n) {"
                "  for (int i = 0; i < n; ++i) {"
                "    hit(1);"
                "    while (cond()) { hit(2); }"
                "    hit(3);"
                "  }"
                "}");
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Shape, Kind::While);
  EXPECT_EQ(Unit.loop(2)->Parent, Unit.loop(1));
  EXPECT_EQ(Unit.loop(3), Unit.loop(1));
  EXPECT_EQ(Unit.loop(1)->Parent, nullptr);
}

TEST(LoopShapeTest, InnerLoopThatIsLeftAtOnceCountsAsTheOuter) {
  TestUnit Unit("int f(int n) {"
                "  for (int i = 0; i < n; ++i)"
                "    while (cond()) { hit(1); break; }"
                "  for (int i = 0; i < n; ++i)"
                "    while (cond()) { hit(2); return 1; }"
                "  return 0;"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::For);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

TEST(LoopShapeTest, LoopsAreListedOutermostFirst) {
  TestUnit Unit("#include <algorithm>\n"
                "#include <vector>\n"
                "void f(std::vector<int> v) {"
                "  for (int x : v) { while (cond()) hit(1); }"
                "  do hit(2); while (cond());"
                "  std::for_each(v.begin(), v.end(), [](int x) { hit(3); });"
                "}");
  std::vector<Kind> Kinds;
  for (const auto &L : Unit.analysis(1).loops())
    Kinds.push_back(L->Shape);
  EXPECT_EQ(Kinds, (std::vector<Kind>{Kind::RangeFor, Kind::While, Kind::Do,
                                      Kind::Algorithm}));
}

// Paths that leave.

TEST(LoopExitTest, StatementsBeforeLeavingAreNotRepeated) {
  EXPECT_FALSE(isRepeated("while (cond()) { hit(1); return 1; }"));
  EXPECT_FALSE(isRepeated("while (cond()) { hit(1); break; }"));
  EXPECT_FALSE(isRepeated("while (cond()) { hit(1); throw 1; }"));
  EXPECT_FALSE(isRepeated("while (cond()) { hit(1); std::abort(); }"));
  EXPECT_FALSE(isRepeated("while (cond()) { if (cond()) { hit(1); break; } }"));
  EXPECT_FALSE(
      isRepeated("while (cond()) { if (cond()) { hit(1); return 1; } n++; }"));
  EXPECT_FALSE(isRepeated("while (cond()) { if (cond()) return hit(1); }"));
  EXPECT_FALSE(
      isRepeated("for (;;) { hit(1); if (cond()) return 1; else throw 2; }"));
  EXPECT_FALSE(isRepeated("while (cond()) switch (n) {"
                          "  case 1: hit(1); return 2; default: break; }"));
}

TEST(LoopExitTest, StatementsThatMayGoOnAreRepeated) {
  EXPECT_TRUE(isRepeated("while (cond()) { hit(1); if (cond()) return 1; }"));
  EXPECT_TRUE(isRepeated("for (;;) { hit(1); if (cond()) break; }"));
  EXPECT_TRUE(isRepeated("while (cond()) { hit(1); continue; }"));
  EXPECT_TRUE(isRepeated("while (cond()) { if (cond()) continue; hit(1); }"));
  EXPECT_TRUE(isRepeated("while (cond()) { try { hit(1); } catch (...) {} }"));
  EXPECT_TRUE(isRepeated("while (cond()) switch (n) {"
                         "  case 1: hit(1); break; default: return 2; }"));
  EXPECT_TRUE(isRepeated("for (;;) hit(1);"));
}

TEST(LoopExitTest, AfterTheLoop) {
  EXPECT_FALSE(isRepeated("while (cond()) {} hit(1);"));
  EXPECT_FALSE(isRepeated("for (;;) { if (cond()) break; } hit(1);"));
}

TEST(LoopExitTest, CatchHandlersAreNotRepeated) {
  EXPECT_FALSE(
      isRepeated("while (cond()) { try { cond(); } catch (...) { hit(1); } }"));
  EXPECT_FALSE(isRepeated("while (cond()) { try { cond(); } catch (int) {"
                          "  if (n) { hit(1); } } }"));
}

TEST(LoopExitTest, FailOverLeavesWithTheFirstSuccess) {
  TestUnit Unit("#include <optional>\n#include <vector>\n"
                "std::optional<int> get(int);"
                "int f(std::vector<int> mirrors) {"
                "  for (int m : mirrors)"
                "    if (auto r = get(m)) { hit(1); return *r; }"
                "  return 0;"
                "}");
  EXPECT_EQ(Unit.loop(1), nullptr);
}

TEST(LoopExitTest, LoopsThatNeverRepeat) {
  EXPECT_FALSE(isRepeated("do { hit(1); } while (0);"));
  EXPECT_FALSE(isRepeated("do { hit(1); } while (false);"));
  EXPECT_FALSE(isRepeated("while (false) { hit(1); }"));
}

// Macros.

TEST(LoopMacroTest, DoWhileZeroIsNoLoop) {
  TestUnit Unit("#define LOG(x) do { hit(x); } while (0)\n"
                "void f() { LOG(1); while (cond()) LOG(2); }");
  EXPECT_EQ(Unit.loop(1), nullptr);
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Shape, Kind::While);
}

/// The loop around hit(1), which comes from a macro: does it vary with the
/// data, has no other around it, and is it shown where the user wrote it?
void expectOneLoopFromMacro(TestUnit &Unit) {
  const Loop *L = Unit.loop(1);
  ASSERT_NE(L, nullptr);
  EXPECT_TRUE(L->isDataLoop());
  EXPECT_EQ(L->Parent, nullptr);
  EXPECT_EQ(Unit.analysis(1).loops().size(), 1U);
  const SourceManager &SM = Unit.context().getSourceManager();
  const SourceLocation Loc = L->location(SM);
  EXPECT_TRUE(Loc.isFileID());
  EXPECT_TRUE(SM.isInMainFile(Loc));
  EXPECT_EQ(SM.getSpellingLineNumber(Loc),
            SM.getExpansionLineNumber(Unit.hit(1).getBeginLoc()));
}

TEST(LoopMacroTest, UserMacro) {
  TestUnit Unit("#include <vector>\n"
                "#define EACH(x, v) for (auto &x : v)\n"
                "void f(std::vector<int> v) {\n"
                "  EACH(x, v) hit(1);\n"
                "}\n");
  expectOneLoopFromMacro(Unit);
}

TEST(LoopMacroTest, BoostForeach) {
  TestUnit Unit("#include <boost/foreach.hpp>\n"
                "#include <vector>\n"
                "void f(std::vector<int> v) {\n"
                "  BOOST_FOREACH (int x, v) { hit(1); }\n"
                "}\n");
  expectOneLoopFromMacro(Unit);
}

TEST(LoopMacroTest, QtForeach) {
  for (const char *Macro : {"foreach", "Q_FOREACH"}) {
    TestUnit Unit(std::string("#include <QStringList>\n"
                              "void f(QStringList v) {\n  ") +
                      Macro + " (const QString &x, v) { hit(1); }\n}\n",
                  packageArgs("Qt5Core"));
    expectOneLoopFromMacro(Unit);
  }
}

TEST(LoopMacroTest, QtForeachIsLeft) {
  TestUnit Unit("#include <QStringList>\n"
                "void f(QStringList v) {\n"
                "  foreach (const QString &x, v) { hit(1); break; }\n"
                "  foreach (const QString &x, v) { hit(2); return; }\n"
                "}\n",
                packageArgs("Qt5Core"));
  EXPECT_EQ(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

TEST(LoopMacroTest, LocationOfAPlainLoopIsItsKeyword) {
  TestUnit Unit("void f() {\n  while (cond())\n    hit(1);\n}\n");
  const SourceManager &SM = Unit.context().getSourceManager();
  EXPECT_EQ(Unit.loop(1)->location(SM), Unit.loop(1)->Statement->getBeginLoc());
}

// Lambdas.

TEST(LoopAlgorithmTest, LambdaHandedToAnAlgorithm) {
  TestUnit Unit("#include <algorithm>\n#include <iterator>\n#include <vector>\n"
                "void f(std::vector<int> v, std::vector<int> &out) {"
                "  std::for_each(v.begin(), v.end(), [](int a) { hit(1); });"
                "  std::ranges::for_each(v, [](int b) { hit(2); });"
                "  std::transform(v.begin(), v.end(), std::back_inserter(out),"
                "                 [](int c) { return hit(3); });"
                "  std::generate_n(std::back_inserter(out), v.size(),"
                "                  [] { return hit(4); });"
                "  std::erase_if(v, [](int e) { return hit(5); });"
                "}");
  for (int Mark : {1, 2, 3, 4, 5}) {
    const Loop *L = Unit.loop(Mark);
    ASSERT_NE(L, nullptr) << Mark;
    EXPECT_EQ(L->Shape, Kind::Algorithm) << Mark;
    EXPECT_TRUE(isa<CallExpr>(L->Statement)) << Mark;
    EXPECT_TRUE(L->isDataLoop()) << Mark;
    EXPECT_EQ(L->Parent, nullptr) << Mark;
    // The body is the lambda's, the loop belongs to the function around it.
    EXPECT_TRUE(Unit.analysis(Mark).contains(*L->Body, Unit.hit(Mark))) << Mark;
  }
  EXPECT_EQ(Unit.loop(1)->Variable, &Unit.variable("a"));
  EXPECT_EQ(Unit.loop(2)->Variable, &Unit.variable("b"));
  EXPECT_EQ(Unit.loop(3)->Variable, &Unit.variable("c"));
  EXPECT_EQ(Unit.loop(4)->Variable, nullptr);
  ASSERT_NE(Unit.loop(2)->Range, nullptr);
  const auto *Range =
      dyn_cast<DeclRefExpr>(Unit.loop(2)->Range->IgnoreUnlessSpelledInSource());
  ASSERT_NE(Range, nullptr);
  EXPECT_EQ(Range->getDecl(), &Unit.variable("v"));
}

TEST(LoopAlgorithmTest, AlgorithmsNestInLoopsAndLoopsInLambdas) {
  TestUnit Unit("#include <algorithm>\n#include <vector>\n"
                "void f(std::vector<std::vector<int>> all) {"
                "  for (auto &v : all)"
                "    std::for_each(v.begin(), v.end(), [](int x) {"
                "      hit(1);"
                "      while (cond()) hit(2);"
                "    });"
                "}");
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Shape, Kind::While);
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::Algorithm);
  ASSERT_NE(Unit.loop(1)->Parent, nullptr);
  EXPECT_EQ(Unit.loop(1)->Parent->Shape, Kind::RangeFor);
}

TEST(LoopAlgorithmTest, AlgorithmOnAPathThatLeavesIsStillALoop) {
  TestUnit Unit("#include <algorithm>\n#include <vector>\n"
                "void f(std::vector<int> v) {"
                "  while (cond()) {"
                "    std::for_each(v.begin(), v.end(), [](int) { hit(1); });"
                "    return;"
                "  }"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::Algorithm);
}

TEST(LoopAlgorithmTest, LambdaThatIsOnlyStored) {
  TestUnit Unit("#include <functional>\n#include <vector>\n"
                "std::vector<std::function<void()>> tasks;"
                "void f(std::vector<int> v) {"
                "  for (int x : v) {"
                "    auto later = [] { hit(1); };"
                "    tasks.push_back([] { hit(2); });"
                "  }"
                "}");
  EXPECT_EQ(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

TEST(LoopAlgorithmTest, LambdaCalledInPlace) {
  TestUnit Unit("void f() {"
                "  while (cond()) { [] { hit(1); }(); }"
                "  [] { hit(2); }();"
                "  while (cond()) { bool b = [&] { return hit(3); }(); }"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::While);
  EXPECT_EQ(Unit.loop(2), nullptr);
  ASSERT_NE(Unit.loop(3), nullptr);
  EXPECT_EQ(Unit.loop(3)->Shape, Kind::While);
}

TEST(LoopAlgorithmTest, LambdaThatRunsAnother) {
  TestUnit Unit("#include <vector>\n"
                "void f(std::vector<int> v) {"
                "  auto once = [](auto run) { run(); };"
                "  auto each = [&](auto run) { for (int x : v) run(x); };"
                "  once([] { hit(1); });"
                "  each([](int) { hit(2); });"
                "  each([&](int) { once([] { hit(3); }); });"
                "}");
  EXPECT_EQ(Unit.loop(1), nullptr);
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Shape, Kind::Algorithm);
  EXPECT_EQ(Unit.loop(3), nullptr) << "it repeats by way of once";
}

TEST(LoopAlgorithmTest, UserFunctionOfTheSameNameIsNoAlgorithm) {
  TestUnit Unit("struct Range {};"
                "template <typename F> void for_each(Range, F) {}"
                "void f() { for_each(Range(), [](int x) { hit(1); }); }");
  EXPECT_EQ(Unit.loop(1), nullptr);
}

// Bounds.

TEST(LoopBoundTest, SmallConstants) {
  EXPECT_EQ(boundIn("for (int i = 0; i < 3; ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; i < 16; ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (unsigned i = 1; i <= 16; i++) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; i != 8; i += 2) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 10; i > 0; --i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("constexpr int Max = 4; for (int i = 0; i < Max; ++i)"
                    "  hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; 3 > i; ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; i < 3 && i < n; ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; i < n && i < 3; ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("for (int i = 0; i < 3 || i < n; ++i) hit(1);"),
            Bound::Data);
}

TEST(LoopBoundTest, LargeConstantsAreData) {
  EXPECT_EQ(boundIn("for (int i = 0; i < 17; ++i) hit(1);"), Bound::Data);
  EXPECT_EQ(boundIn("for (int i = 0; i <= 16; ++i) hit(1);"), Bound::Data);
  EXPECT_EQ(boundIn("for (int i = 0; i < 100000; ++i) hit(1);"), Bound::Data);
}

TEST(LoopBoundTest, TripCounts) {
  EXPECT_EQ(tripCountIn("for (int i = 0; i < 3; ++i) hit(1);"), 3U);
  EXPECT_EQ(tripCountIn("for (int i = 0; i <= 16; ++i) hit(1);"), 17U);
  EXPECT_EQ(tripCountIn("for (int i = 0; i < 32; i += 2) hit(1);"), 16U);
  EXPECT_EQ(tripCountIn("for (int i = 0; i < 5; i += 2) hit(1);"), 3U);
  EXPECT_EQ(tripCountIn("for (int i = 9; i >= 0; --i) hit(1);"), 10U);
  EXPECT_EQ(tripCountIn("for (int i = 0; i < n; ++i) hit(1);"), std::nullopt);
  EXPECT_EQ(tripCountIn("while (cond()) hit(1);"), std::nullopt);
}

TEST(LoopBoundTest, CounterChangedInTheBodyIsNotConstant) {
  EXPECT_EQ(boundIn("for (int i = 0; i < 3; ++i) { if (cond()) --i; hit(1); }"),
            Bound::Data);
  EXPECT_EQ(boundIn("for (int i = 0; i < 3; ++i) { p = &i; hit(1); }"),
            Bound::Data);
}

TEST(LoopBoundTest, UnknownBoundsAreData) {
  EXPECT_EQ(boundIn("for (int i = 0; i < n; ++i) hit(1);"), Bound::Data);
  EXPECT_EQ(boundIn("for (int i = n; i < 3; ++i) hit(1);"), Bound::Data);
  EXPECT_EQ(boundIn("int max = 3; if (cond()) max = n;"
                    "for (int i = 0; i < max; ++i) hit(1);"),
            Bound::Data);
}

TEST(LoopBoundTest, FixedSizeRanges) {
  EXPECT_EQ(boundOf("#include <array>\n"
                    "void f(std::array<int, 4> a) { for (int x : a) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(
      boundOf("#include <array>\n"
              "void f(std::array<int, 99> a) { for (int x : a) hit(1); }"),
      Bound::Data);
  EXPECT_EQ(boundIn("int a[] = {1, 2, 3}; for (int x : a) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("int a[500] = {}; for (int x : a) hit(1);"), Bound::Data);
  EXPECT_EQ(boundOf("#include <initializer_list>\n"
                    "void f() { for (auto t : {\"a\", \"b\"}) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <vector>\n"
                    "void f(std::vector<int> v) { for (int x : v) hit(1); }"),
            Bound::Data);
  EXPECT_EQ(boundOf("#include <vector>\n"
                    "void f(std::vector<int> v) {"
                    "  for (auto it = v.begin(); it != v.end(); ++it) hit(1);"
                    "}"),
            Bound::Data);
}

TEST(LoopBoundTest, FixedSizeRangeTripCounts) {
  EXPECT_EQ(tripCountIn("int a[] = {1, 2, 3}; for (int x : a) hit(1);"), 3U);
  EXPECT_EQ(tripCountIn("int a[500] = {}; for (int x : a) hit(1);"), 500U);
}

TEST(LoopBoundTest, Concurrency) {
  const std::string Thread = "#include <thread>\n#include <vector>\n";
  EXPECT_EQ(boundOf(Thread + "void f() { for (unsigned i = 0; i <"
                             "  std::thread::hardware_concurrency(); ++i)"
                             "  hit(1); }"),
            Bound::Concurrency);
  EXPECT_EQ(boundOf(Thread +
                    "void f() {"
                    "  const auto count = std::thread::hardware_concurrency();"
                    "  for (unsigned i = 0; i < count; ++i) hit(1); }"),
            Bound::Concurrency);
  EXPECT_EQ(boundOf(Thread +
                    "#include <algorithm>\n"
                    "void f(unsigned wanted) {"
                    "  unsigned count = std::min(wanted,"
                    "      std::thread::hardware_concurrency());"
                    "  for (unsigned i = 0; i < count; ++i) hit(1); }"),
            Bound::Concurrency);
  for (const char *Name :
       {"num_threads", "numThreads", "nthreads", "threadCount", "num_workers",
        "n_workers", "maxWorkers", "num_shards", "kNumShards", "cores",
        "num_cpus", "pool_size", "concurrency", "parallelism"})
    EXPECT_EQ(boundOf(std::string("void f(int ") + Name +
                      ") { for (int i = 0; i < " + Name + "; ++i) hit(1); }"),
              Bound::Concurrency)
        << Name;
  EXPECT_EQ(boundOf("struct Config { int num_shards; };"
                    "void f(const Config &cfg) {"
                    "  for (int s = 0; s < cfg.num_shards; ++s) hit(1); }"),
            Bound::Concurrency);
}

TEST(LoopBoundTest, NamesThatOnlyLookLikeConcurrencyAreData) {
  for (const char *Name : {"count", "rows", "num_items", "scores", "threadsafe",
                           "num_thread_messages"})
    EXPECT_EQ(boundOf(std::string("void f(int ") + Name +
                      ") { for (int i = 0; i < " + Name + "; ++i) hit(1); }"),
              Bound::Data)
        << Name;
}

TEST(LoopBoundTest, Retry) {
  EXPECT_EQ(boundOf("extern int kMax; bool step(); void pause();"
                    "void f() {"
                    "  for (int attempt = 0; attempt < kMax; ++attempt) {"
                    "    hit(1);"
                    "    if (step()) break;"
                    "    pause();"
                    "  } }"),
            Bound::Retry);
  EXPECT_EQ(boundOf("extern int kMax; bool step();"
                    "void f() {"
                    "  int retries = kMax;"
                    "  while (retries-- > 0) { hit(1); if (step()) return; }"
                    "}"),
            Bound::Retry);
  EXPECT_EQ(boundOf("#include <cerrno>\n#include <sys/socket.h>\n"
                    "int f(int fd, const sockaddr *a, socklen_t n) {"
                    "  int rc;"
                    "  do { rc = connect(fd, a, n); hit(1); }"
                    "  while (rc < 0 && errno == EINTR);"
                    "  return rc; }"),
            Bound::Retry);
  EXPECT_EQ(boundOf("#include <sqlite3.h>\n#include <unistd.h>\n"
                    "void f(sqlite3_stmt *st) {"
                    "  while (sqlite3_step(st) == SQLITE_BUSY) {"
                    "    hit(1); usleep(1000); } }"),
            Bound::Retry);
}

TEST(LoopBoundTest, ReadingAResultIsData) {
  EXPECT_EQ(boundOf("#include <sqlite3.h>\n"
                    "void f(sqlite3_stmt *st) {"
                    "  while (sqlite3_step(st) == SQLITE_ROW) hit(1); }"),
            Bound::Data);
  EXPECT_EQ(boundOf("#include <istream>\n#include <string>\n"
                    "void f(std::istream &in) {"
                    "  std::string line;"
                    "  while (std::getline(in, line)) hit(1); }"),
            Bound::Data);
  EXPECT_EQ(boundOf("#include <istream>\n#include <string>\n"
                    "void f(std::istream &in) {"
                    "  std::string line;"
                    "  while (true) {"
                    "    if (!std::getline(in, line)) break;"
                    "    hit(1); } }"),
            Bound::Data);
  EXPECT_EQ(boundOf("#include <queue>\n"
                    "void f(std::queue<int> todo) {"
                    "  while (!todo.empty()) {"
                    "    int x = todo.front(); todo.pop(); hit(1); } }"),
            Bound::Data);
}

TEST(LoopBoundTest, Event) {
  EXPECT_EQ(boundOf("#include <sys/socket.h>\n"
                    "void f(int fd) { while (true) {"
                    "  int s = accept(fd, nullptr, nullptr); hit(1); } }"),
            Bound::Event);
  EXPECT_EQ(boundOf("#include <condition_variable>\n"
                    "void f(std::condition_variable &cv,"
                    "       std::unique_lock<std::mutex> &l) {"
                    "  for (;;) { cv.wait(l); hit(1); } }"),
            Bound::Event);
  EXPECT_EQ(boundOf("#include <condition_variable>\n#include <stop_token>\n"
                    "void f(std::stop_token stop, std::condition_variable &cv,"
                    "       std::unique_lock<std::mutex> &l) {"
                    "  while (!stop.stop_requested()) { cv.wait(l); hit(1); }"
                    "}"),
            Bound::Event);
  EXPECT_EQ(boundOf("#include <atomic>\n#include <poll.h>\n"
                    "std::atomic<bool> running;"
                    "void f(pollfd *fds, int n) {"
                    "  while (running) { poll(fds, n, 100); hit(1); } }"),
            Bound::Event);
  EXPECT_EQ(boundOf("struct Message {}; struct Queue { Message pop(); };"
                    "struct Server { bool running_; Queue q;"
                    "  void run() { while (running_) {"
                    "    Message m = q.pop(); hit(1); } } };"),
            Bound::Event);
}

TEST(LoopBoundTest, LoopsThatEndWithTheFirstSuccess) {
  // A7 and A4 of retry loops written without a counter's name.
  EXPECT_FALSE(isRepeated("for (;;) { if (cond()) { hit(1); break; } n++; }"));
  EXPECT_FALSE(isRepeated("while (true) { if (!cond()) continue;"
                          "  hit(1); return 1; }"));
  EXPECT_FALSE(isRepeated("bool b; do { b = cond(); if (b) { hit(1); break; }"
                          "} while (true);"));
}

TEST(LoopBoundTest, MoreConstants) {
  EXPECT_EQ(boundIn("enum { Count = 5 }; for (int i = 0; i < Count; ++i)"
                    "  hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundIn("int a[7]; for (unsigned i = 0; i < sizeof(a) /"
                    "  sizeof(a[0]); ++i) hit(1);"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <iterator>\nvoid f() { int a[7];"
                    "  for (auto i = std::begin(a); i != std::end(a); ++i)"
                    "    hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <array>\nvoid f(const std::array<int, 4> &a) {"
                    "  for (std::size_t i = 0; i < a.size(); ++i) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <array>\nvoid f(const std::array<int, 4> &a) {"
                    "  for (auto i = a.begin(); i != a.end(); ++i) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <string>\n#include <vector>\n"
                    "void f() { const std::vector<std::string> names ="
                    "  {\"a\", \"b\"}; for (const auto &n : names) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <string>\n#include <vector>\n"
                    "void f() { static const char *const names[] ="
                    "  {\"a\", \"b\"}; for (auto n : names) hit(1); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("#include <array>\nvoid f(const std::array<int, 99> &a) {"
                    "  for (std::size_t i = 0; i < a.size(); ++i) hit(1); }"),
            Bound::Data);
  EXPECT_EQ(boundOf("#include <array>\nvoid f(const std::array<int, 4> &a) {"
                    "  for (std::size_t i = 0; i < a.size(); ++i) {"
                    "    hit(1); if (cond()) --i; } }"),
            Bound::Data);
}

TEST(LoopBoundTest, LoopsInAnEventLoopStayData) {
  TestUnit Unit("#include <sys/socket.h>\n#include <vector>\n"
                "void f(int fd, std::vector<int> v) {"
                "  while (true) {"
                "    int s = accept(fd, nullptr, nullptr);"
                "    for (int x : v) hit(1);"
                "  } }");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_TRUE(Unit.loop(1)->isDataLoop());
  ASSERT_NE(Unit.loop(1)->Parent, nullptr);
  EXPECT_EQ(Unit.loop(1)->Parent->Trips, Bound::Event);
}

// runsEveryIteration.

/// Does the loop named by hit(1) run hit(2) in every iteration?
bool runsEvery(const std::string &Body) {
  TestUnit Unit("void f(int n) { while (cond()) { hit(1); " + Body + " } }");
  const Loop *L = Unit.loop(1);
  EXPECT_NE(L, nullptr) << Body;
  return L && Unit.analysis(2).runsEveryIteration(Unit.hit(2), *L);
}

TEST(EveryIterationTest, Unconditional) {
  EXPECT_TRUE(runsEvery("hit(2);"));
  EXPECT_TRUE(runsEvery("if (cond()) n++; hit(2);"));
  EXPECT_TRUE(runsEvery("{ { hit(2); } }"));
  EXPECT_TRUE(runsEvery("n = hit(2) ? 1 : 2;"));
  EXPECT_TRUE(runsEvery("if (hit(2)) n++;"));
}

TEST(EveryIterationTest, PathsThatLeaveDoNotCount) {
  EXPECT_TRUE(runsEvery("if (cond()) break; hit(2);"));
  EXPECT_TRUE(runsEvery("if (cond()) return; hit(2);"));
  EXPECT_TRUE(runsEvery("if (cond()) throw 1; hit(2);"));
}

TEST(EveryIterationTest, Conditional) {
  EXPECT_FALSE(runsEvery("if (cond()) hit(2);"));
  EXPECT_FALSE(runsEvery("if (cond()) continue; hit(2);"));
  EXPECT_FALSE(runsEvery("if (cond()) n++; else hit(2);"));
  EXPECT_FALSE(runsEvery("cond() && hit(2);"));
  EXPECT_FALSE(runsEvery("cond() || hit(2);"));
  EXPECT_FALSE(runsEvery("n = cond() ? hit(2) : 0;"));
  EXPECT_FALSE(runsEvery("for (int i = 0; i < n; ++i) hit(2);"));
  EXPECT_FALSE(runsEvery("switch (n) { case 1: hit(2); }"));
}

TEST(EveryIterationTest, ConditionsOfTheLoop) {
  TestUnit Unit("void f(int n) {"
                "  for (; hit(1); hit(2)) { if (cond()) continue; n++; } }");
  const Loop *L = Unit.loop(1);
  ASSERT_NE(L, nullptr);
  EXPECT_TRUE(Unit.analysis(1).runsEveryIteration(Unit.hit(1), *L));
  EXPECT_TRUE(Unit.analysis(1).runsEveryIteration(Unit.hit(2), *L));
}

TEST(EveryIterationTest, BodiesOfAlgorithms) {
  TestUnit Unit("#include <algorithm>\n#include <vector>\n"
                "void f(std::vector<int> v) {"
                "  std::for_each(v.begin(), v.end(), [](int x) {"
                "    hit(1); if (x) return; hit(2); });"
                "}");
  const Loop *L = Unit.loop(1);
  ASSERT_NE(L, nullptr);
  EXPECT_TRUE(Unit.analysis(1).runsEveryIteration(Unit.hit(1), *L));
  EXPECT_FALSE(Unit.analysis(2).runsEveryIteration(Unit.hit(2), *L));
}

// isInvariant.

/// Is the expression of value(1, …) invariant in the loop around hit(1)? The
/// loop's body is `hit(1);` and Body.
bool isInvariantIn(const std::string &Before, const std::string &Body) {
  TestUnit Unit("#include <string>\n#include <vector>\n"
                "int opaque(); void change(int &); void look(const int &);"
                "void keep(const int *); int global; const int Fixed = 3;"
                "struct S { int member; void f(int n, int m, int *p,"
                "    std::vector<int> v, std::string s) {" +
                Before + "for (int i = 0; i < n; ++i) { hit(1); " + Body +
                " } } };");
  const Loop *L = Unit.loop(1);
  EXPECT_NE(L, nullptr) << Body;
  return L && Unit.analysis(1).isInvariant(Unit.value(1), *L);
}

TEST(InvariantTest, Constants) {
  EXPECT_TRUE(isInvariantIn("", "value(1, 7);"));
  EXPECT_TRUE(isInvariantIn("", "value(1, \"text\");"));
  EXPECT_TRUE(isInvariantIn("", "value(1, Fixed);"));
  EXPECT_TRUE(isInvariantIn("", "value(1, sizeof(int) + 1);"));
}

TEST(InvariantTest, VariablesThatAreNotWritten) {
  EXPECT_TRUE(isInvariantIn("", "value(1, m);"));
  EXPECT_TRUE(isInvariantIn("", "value(1, m * 2 + n);"));
  EXPECT_TRUE(isInvariantIn("int k = opaque();", "value(1, k);"));
  EXPECT_TRUE(isInvariantIn("", "look(m); value(1, m);"));
}

TEST(InvariantTest, VariablesThatAreWritten) {
  EXPECT_FALSE(isInvariantIn("", "value(1, i);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, m + i);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, m); m = opaque();"));
  EXPECT_FALSE(isInvariantIn("", "value(1, m); ++m;"));
  EXPECT_FALSE(isInvariantIn("", "value(1, m); change(m);"));
  EXPECT_FALSE(isInvariantIn("", "int k = opaque(); value(1, k);"));
}

TEST(InvariantTest, MembersOfValues) {
  EXPECT_TRUE(isInvariantIn("", "value(1, v.size());"));
  EXPECT_TRUE(isInvariantIn("", "value(1, s.length() + 1);"));
  EXPECT_TRUE(isInvariantIn("", "value(1, n > 3 ? v.size() : s.size());"));
  EXPECT_TRUE(isInvariantIn("", "value(1, v.size()); opaque();"));
  EXPECT_FALSE(isInvariantIn("", "value(1, v.size()); v.push_back(1);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, s.length()); s += 'a';"));
  EXPECT_FALSE(isInvariantIn("", "std::string t; value(1, t.length());"));
  EXPECT_FALSE(isInvariantIn("", "value(1, v.front());"))
      << "a reference to an element";
}

/// Is E invariant in the loop `for (…) { const auto size = E; Body }` of a
/// const member function whose parameters are references?
bool isInvariantByReference(const std::string &E, const std::string &Body,
                            const std::string &Before = "") {
  TestUnit Unit(
      "#include <algorithm>\n#include <functional>\n#include <iostream>\n"
      "#include <string>\n#include <vector>\n"
      "void opaque(); struct Plain { int a; std::string b; };"
      "struct Holder { std::vector<int> v; };"
      "struct Loud { Loud(const Loud &); ~Loud(); };"
      "struct S { std::vector<int> own; void other() const;"
      "  void f(int n, const std::vector<int> &items, const std::string &text,"
      "         std::vector<int> &written, std::vector<std::string> &names,"
      "         std::vector<Plain> &plain, std::vector<Loud> &loud,"
      "         std::vector<std::vector<int>> &table, Holder &holder,"
      "         const Holder &held, std::function<void()> &call) const {"
      "    std::size_t sum = 0; std::vector<int> local; std::string line;" +
      Before + "for (int i = 0; i < n; ++i) { const auto size = " + E + "; " +
      Body + " } } };");
  const FunctionAnalysis &Analysis = Unit.unit().analysis(Unit.function("f"));
  EXPECT_FALSE(Analysis.loops().empty()) << Body;
  return !Analysis.loops().empty() &&
         Analysis.isInvariant(*Unit.variable("size").getInit(),
                              *Analysis.loops().front());
}

TEST(InvariantTest, WhatAReferenceNamesAndNothingMayWrite) {
  EXPECT_TRUE(isInvariantByReference("items.size()", "sum += size;"));
  EXPECT_TRUE(isInvariantByReference("text.length()", "sum += text[i];"));
  EXPECT_TRUE(isInvariantByReference("own.size()", "sum += own[i];"));
  EXPECT_TRUE(isInvariantByReference("items.size()", "line += text;"));
  EXPECT_TRUE(isInvariantByReference("items.size()", "names.push_back(text);"));
  EXPECT_TRUE(
      isInvariantByReference("items.size()", "plain.push_back({1, text});"));
  EXPECT_TRUE(isInvariantByReference("items.size()", "local.push_back(i);"))
      << "a local variable is not what the parameter names";
  EXPECT_TRUE(
      isInvariantByReference("items.size()", "std::cout << size << text;"));
  EXPECT_TRUE(isInvariantByReference("items.size()",
                                     "sum += std::max(size, text.find('a'));"));
  EXPECT_TRUE(isInvariantByReference("again.size()", "sum += size;",
                                     "const auto &again = local;"));
}

TEST(InvariantTest, WhatAReferenceNamesUnderOtherNames) {
  EXPECT_FALSE(isInvariantByReference("items.size()", "opaque();"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "other();"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "call();"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "written.push_back(i);"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "written = local;"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "table.pop_back();"));
  EXPECT_FALSE(
      isInvariantByReference("items.size()", "table[0].push_back(i);"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "holder = held;"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "holder.v.clear();"));
  EXPECT_FALSE(
      isInvariantByReference("items.size()", "std::swap(written, local);"));
  EXPECT_FALSE(isInvariantByReference("items.size()", "loud.pop_back();"))
      << "runs a destructor of the user's";
  EXPECT_FALSE(isInvariantByReference("own.size()", "written.push_back(i);"));
  EXPECT_FALSE(isInvariantByReference("text.length()", "names[0] += 'a';"));
  EXPECT_FALSE(isInvariantByReference("again.size()", "local.push_back(i);",
                                      "const auto &again = local;"));
  EXPECT_FALSE(isInvariantByReference(
      "items.size()",
      "std::for_each(names.begin(), names.end(), [&](auto &) { opaque(); });"));
  EXPECT_FALSE(isInvariantByReference("written.size()", "sum += size;"))
      << "not a const reference";
}

TEST(InvariantTest, AtomicsAreNoValues) {
  TestUnit Unit(
      "#include <atomic>\n"
      "void f(std::atomic<int> a, int n) { for (int i = 0; i < n; ++i)"
      " { hit(1); value(1, a.load()); } }");
  EXPECT_FALSE(Unit.analysis(1).isInvariant(Unit.value(1), *Unit.loop(1)));
}

TEST(InvariantTest, ContainersOfOtherLibraries) {
  const auto IsInvariant = [](const std::string &Code,
                              std::vector<std::string> Args) {
    TestUnit Unit(Code, std::move(Args));
    const FunctionAnalysis &Analysis = Unit.unit().analysis(Unit.function("f"));
    return Analysis.loops().size() == 1 &&
           Analysis.isInvariant(*Unit.variable("size").getInit(),
                                *Analysis.loops()[0]);
  };
  const std::string Qt = "#include <QHash>\n#include <QStringList>\n"
                         "void f(int n, const QStringList &names, QString text,"
                         "       QHash<int, int> hash, QString out) {"
                         "  for (int i = 0; i < n; ++i) {";
  for (const char *Package : {"Qt5Core", "Qt6Core"}) {
    std::vector<std::string> Args = packageArgs(Package);
    Args.push_back("-fPIC");
    EXPECT_TRUE(
        IsInvariant(Qt + "int size = names.size(); out += text; } }", Args));
    EXPECT_TRUE(
        IsInvariant(Qt + "int size = text.length() + hash.count(); } }", Args));
    EXPECT_FALSE(
        IsInvariant(Qt + "int size = text.length(); text += out; } }", Args));
  }
  EXPECT_TRUE(IsInvariant("#include <boost/container/vector.hpp>\n"
                          "void f(int n, boost::container::vector<int> v) {"
                          "  for (int i = 0; i < n; ++i) {"
                          "    auto size = v.size(); } }",
                          {}));
}

TEST(InvariantTest, WhatOthersMayWriteIsNotProven) {
  EXPECT_FALSE(isInvariantIn("", "value(1, opaque());"));
  EXPECT_FALSE(isInvariantIn("", "value(1, global);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, *p);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, p[2]);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, member);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, v[i]);"));
}

TEST(InvariantTest, SideEffects) {
  EXPECT_FALSE(isInvariantIn("", "value(1, m++);"));
  EXPECT_FALSE(isInvariantIn("", "value(1, m = 3);"));
}

// isChunkGuarded.

/// Is hit(1) guarded so that it runs only every so many iterations?
bool isGuarded(const std::string &Body) {
  TestUnit Unit("#include <chrono>\n#include <vector>\n"
                "constexpr int Max = 500; using Clock = "
                "std::chrono::steady_clock;"
                "void f(const std::vector<int> &rows, bool flag) {"
                "  std::vector<int> batch; int n = 0; auto last = Clock::now();"
                "  for (int row : rows) { " +
                Body + " } }");
  const Loop *L = Unit.loop(1);
  EXPECT_NE(L, nullptr) << Body;
  return L && Unit.analysis(1).isChunkGuarded(Unit.hit(1), *L);
}

TEST(ChunkTest, Guards) {
  EXPECT_TRUE(isGuarded("if (++n % 100 == 0) hit(1);"));
  EXPECT_TRUE(isGuarded("n++; if (n % Max == 0) { hit(1); }"));
  EXPECT_TRUE(isGuarded("if (!(++n % 100)) hit(1);"));
  EXPECT_TRUE(isGuarded("batch.push_back(row);"
                        "if (batch.size() >= Max) { hit(1); batch.clear(); }"));
  EXPECT_TRUE(isGuarded("if (++n == Max) { hit(1); n = 0; }"));
  EXPECT_TRUE(isGuarded("batch.push_back(row);"
                        "if (batch.size() < Max) continue; hit(1);"));
  EXPECT_TRUE(isGuarded("if (Clock::now() - last > std::chrono::seconds(1)) {"
                        "  hit(1); last = Clock::now(); }"));
  EXPECT_TRUE(isGuarded("if (flag) { if (++n % 100 == 0) { hit(1); } }"));
}

TEST(ChunkTest, OtherConditions) {
  EXPECT_FALSE(isGuarded("hit(1);"));
  EXPECT_FALSE(isGuarded("if (flag) hit(1);"));
  EXPECT_FALSE(isGuarded("if (row > 0) hit(1);"));
  EXPECT_FALSE(isGuarded("if (!batch.empty()) hit(1);"));
  EXPECT_FALSE(isGuarded("if (++n % 100 == 0) n = 0; hit(1);"));
}

// dominates, reaches, contains.

TEST(PathTest, Dominates) {
  TestUnit Unit("void f() {"
                "  hit(1);"
                "  if (cond()) hit(2); else hit(3);"
                "  while (cond()) { hit(4); }"
                "  hit(5);"
                "}");
  FunctionAnalysis &Analysis = Unit.analysis(1);
  EXPECT_TRUE(Analysis.dominates(Unit.hit(1), Unit.hit(2)));
  EXPECT_TRUE(Analysis.dominates(Unit.hit(1), Unit.hit(5)));
  EXPECT_FALSE(Analysis.dominates(Unit.hit(2), Unit.hit(5)));
  EXPECT_FALSE(Analysis.dominates(Unit.hit(2), Unit.hit(3)));
  EXPECT_FALSE(Analysis.dominates(Unit.hit(4), Unit.hit(5)));
  EXPECT_FALSE(Analysis.dominates(Unit.hit(5), Unit.hit(1)));
}

TEST(PathTest, DominatesWithinOneBlock) {
  TestUnit Unit("void f() { hit(1); hit(2); }");
  FunctionAnalysis &Analysis = Unit.analysis(1);
  EXPECT_TRUE(Analysis.dominates(Unit.hit(1), Unit.hit(2)));
  EXPECT_FALSE(Analysis.dominates(Unit.hit(2), Unit.hit(1)));
}

TEST(PathTest, Reaches) {
  TestUnit Unit("void f() {"
                "  hit(1); hit(2);"
                "  if (cond()) { hit(3); return; } else { hit(4); }"
                "  while (cond()) { if (cond()) hit(5); else hit(6); }"
                "  hit(7);"
                "}");
  FunctionAnalysis &Analysis = Unit.analysis(1);
  EXPECT_TRUE(Analysis.reaches(Unit.hit(1), Unit.hit(2)));
  EXPECT_FALSE(Analysis.reaches(Unit.hit(2), Unit.hit(1)));
  EXPECT_TRUE(Analysis.reaches(Unit.hit(1), Unit.hit(7)));
  EXPECT_FALSE(Analysis.reaches(Unit.hit(3), Unit.hit(7)));
  EXPECT_FALSE(Analysis.reaches(Unit.hit(3), Unit.hit(4)));
  EXPECT_TRUE(Analysis.reaches(Unit.hit(5), Unit.hit(6)));
  EXPECT_TRUE(Analysis.reaches(Unit.hit(6), Unit.hit(5)));
  EXPECT_FALSE(Analysis.reaches(Unit.hit(7), Unit.hit(5)));
}

TEST(PathTest, ContainsIsAboutTheSource) {
  TestUnit Unit("void f() {"
                "  while (cond()) { auto later = [] { hit(1); }; return; }"
                "  while (cond()) { hit(2); }"
                "}");
  FunctionAnalysis &Analysis = Unit.analysis(2);
  ASSERT_EQ(Analysis.loops().size(), 1U)
      << "the first while never begins a second iteration";
  const Loop &L = *Unit.loop(2);
  EXPECT_TRUE(Analysis.contains(*L.Statement, Unit.hit(2)));
  EXPECT_FALSE(Analysis.contains(*L.Statement, Unit.hit(1)));
  const Stmt *Body = Unit.function("f").getBody();
  EXPECT_TRUE(Analysis.contains(*Body, Unit.hit(1)));
  EXPECT_TRUE(Analysis.contains(*Body, *L.Statement));
}

// isCold.

bool isColdIn(const std::string &Body) {
  TestUnit Unit("#include <cstdlib>\n#include <stdexcept>\n"
                "void f(int n) {" +
                Body + "}");
  return Unit.analysis(1).isCold(Unit.hit(1));
}

TEST(ColdTest, RarePaths) {
  EXPECT_TRUE(isColdIn("try { cond(); } catch (...) { hit(1); }"));
  EXPECT_TRUE(isColdIn("while (n) try { cond(); } catch (int) {"
                       "  if (n) hit(1); }"));
  EXPECT_TRUE(isColdIn("if (cond()) [[unlikely]] { hit(1); }"));
  EXPECT_TRUE(isColdIn("if (__builtin_expect(cond(), 0)) hit(1);"));
  EXPECT_TRUE(isColdIn("if (cond()) { hit(1); std::abort(); } n++;"));
  EXPECT_TRUE(isColdIn("while (n) { if (cond()) { hit(1); std::exit(1); } }"));
}

TEST(ColdTest, OrdinaryPaths) {
  EXPECT_FALSE(isColdIn("hit(1);"));
  EXPECT_FALSE(isColdIn("if (cond()) hit(1);"));
  EXPECT_FALSE(isColdIn("try { hit(1); } catch (...) {}"));
  EXPECT_FALSE(isColdIn("if (cond()) [[likely]] { hit(1); }"));
  EXPECT_FALSE(isColdIn("if (__builtin_expect(cond(), 1)) hit(1);"));
  EXPECT_FALSE(isColdIn("hit(1); if (cond()) std::abort();"));
  EXPECT_FALSE(isColdIn("if (cond()) [[unlikely]] { n++; } else { hit(1); }"));
}

// Code that cannot be analysed.

TEST(BrokenCodeTest, FunctionWithErrorsHasNoLoops) {
  TestUnit Unit("void f(int n) { while (n) { hit(1); undeclared(n); } }"
                "void g(int n) { while (n) hit(2); }",
                {}, TestUnit::Errors::Expected);
  EXPECT_FALSE(Unit.analysis(1).isWhole());
  EXPECT_TRUE(Unit.analysis(1).loops().empty());
  EXPECT_EQ(Unit.loop(1), nullptr);
  EXPECT_TRUE(Unit.analysis(2).isWhole());
  EXPECT_NE(Unit.loop(2), nullptr);
}

TEST(TemplateTest, LoopsOfThePattern) {
  TestUnit Unit("template <typename T> void f(T x, int n) {"
                "  for (int i = 0; i < n; ++i) hit(1);"
                "  while (cond()) { hit(2); return; }"
                "  while (x.next()) hit(3);"
                "}"
                "struct S { bool next(); };"
                "template void f(S, int);");
  EXPECT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(2), nullptr);
  EXPECT_NE(Unit.loop(3), nullptr);
}

TEST(TemplateTest, RangeForOverADependentType) {
  TestUnit Unit("#include <vector>\n"
                "template <typename T> void f(const std::vector<T> &v) {"
                "  for (const auto &x : v) hit(1);"
                "  hit(2);"
                "}"
                "template void f(const std::vector<int> &);");
  EXPECT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

TEST(TemplateTest, RangeForOverADependentTypeEverywhere) {
  TestUnit Unit("#include <vector>\n"
                "template <typename T> struct Table { std::vector<T> rows;"
                "  void f() { for (auto &row : rows) { hit(1);"
                "    for (auto &cell : row) { if (cond()) continue; hit(2); } }"
                "    for (auto [a, b] : rows) { hit(3); return; } }"
                "  void g() { auto all = [&](const auto &more) {"
                "    for (const auto &row : more) hit(4); }; all(rows); } };"
                "void use(Table<std::vector<int>> t) { t.g(); }");
  ASSERT_NE(Unit.loop(2), nullptr);
  EXPECT_EQ(Unit.loop(2)->Parent, Unit.loop(1));
  EXPECT_EQ(Unit.loop(2)->Variable, &Unit.variable("cell"));
  EXPECT_TRUE(Unit.loop(2)->isDataLoop());
  EXPECT_FALSE(Unit.analysis(2).runsEveryIteration(Unit.hit(2), *Unit.loop(2)));
  EXPECT_TRUE(Unit.analysis(1).runsEveryIteration(Unit.hit(1), *Unit.loop(1)));
  EXPECT_EQ(Unit.loop(3), nullptr);
  EXPECT_NE(Unit.loop(4), nullptr);
}

TEST(TemplateTest, TheSyntaxTreeStaysAsItWas) {
  TestUnit Unit("template <typename T> void f(const T &v) {"
                "  for (const auto &x : v) hit(1);"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  const auto *Range = cast<CXXForRangeStmt>(Unit.loop(1)->Statement);
  EXPECT_EQ(Range->getCond(), nullptr);
  EXPECT_EQ(Range->getInc(), nullptr);
  EXPECT_EQ(Range->getBeginStmt(), nullptr);
  EXPECT_EQ(Range->getEndStmt(), nullptr);
}

TEST(TemplateTest, BoundsOfInstantiationsCount) {
  const std::string Each = "#include <array>\n#include <vector>\n"
                           "template <typename T> void f(const T &v) {"
                           "  for (const auto &x : v) hit(1); }";
  EXPECT_EQ(boundOf(Each + "void g() { f(std::array<int, 3>()); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf(Each + "void g() { f(std::vector<int>()); }"), Bound::Data);
  EXPECT_EQ(boundOf(Each + "void g() { f(std::vector<int>());"
                           "  f(std::array<int, 3>()); }"),
            Bound::SmallConstant)
      << "not right for all instantiations";
  EXPECT_EQ(boundOf("template <int N> void f() {"
                    "  for (int i = 0; i < N; ++i) hit(1); }"
                    "void g() { f<4>(); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("template <int N> void f() {"
                    "  for (int i = 0; i < N; ++i) hit(1); }"
                    "void g() { f<400>(); }"),
            Bound::Data);
  EXPECT_EQ(boundOf("template <int N> struct S { void f() {"
                    "  for (int i = 0; i < N; ++i) hit(1); } };"
                    "void g() { S<4>().f(); }"),
            Bound::SmallConstant);
  EXPECT_EQ(boundOf("template <int N> void f() {"
                    "  auto l = [] { for (int i = 0; i < N; ++i) hit(1); };"
                    "  l(); }"
                    "void g() { f<4>(); }"),
            Bound::SmallConstant);
}

TEST(TemplateTest, RangeForOverAKnownTypeInATemplate) {
  TestUnit Unit("#include <vector>\n"
                "template <typename T> void f(std::vector<int> v, T t) {"
                "  for (int x : v) { t(x); hit(1); }"
                "}"
                "template void f(std::vector<int>, void (*)(int));");
  EXPECT_NE(Unit.loop(1), nullptr);
}

TEST(CoroutineTest, LoopsAreFound) {
  TestUnit Unit("#include <coroutine>\n"
                "struct Task { struct promise_type {"
                "  Task get_return_object(); std::suspend_never "
                "initial_suspend(); std::suspend_never final_suspend() "
                "noexcept; void return_void(); void unhandled_exception(); };"
                "};"
                "Task f() {"
                "  while (cond()) { co_await std::suspend_always(); hit(1); }"
                "  while (cond()) { hit(2); co_return; }"
                "}");
  EXPECT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

// Clang builds no graph for a coroutine whose promise depends on a template
// parameter.
TEST(CoroutineTest, ThoseOfTemplatesAreNotSeen) {
  TestUnit Unit(
      "#include <coroutine>\n#include <vector>\n"
      "template <typename T> struct Task { struct promise_type {"
      "  Task get_return_object(); std::suspend_never "
      "initial_suspend(); std::suspend_never final_suspend() "
      "noexcept; void return_void(); void unhandled_exception(); };"
      "};"
      "template <typename T> Task<T> f(std::vector<T> v) {"
      "  for (auto &x : v) { co_await std::suspend_always(); hit(1); }"
      "}"
      "void use() { f(std::vector<int>()); }");
  EXPECT_FALSE(Unit.analysis(1).isWhole());
  EXPECT_EQ(Unit.loop(1), nullptr);
}

TEST(OddShapeTest, LoopsMadeOfGotoAreNotSeen) {
  EXPECT_FALSE(isRepeated("again: hit(1); if (cond()) goto again;"));
  EXPECT_TRUE(isRepeated("while (cond()) { again: hit(1);"
                         "  if (cond()) goto again; }"));
  EXPECT_FALSE(isRepeated("while (cond()) { hit(1); goto done; } done:"));
}

// Shapes that people write seldom.

TEST(OddShapeTest, SwitchInALoop) {
  EXPECT_TRUE(isRepeated("for (int i = 0; i < n; ++i) switch (i) {"
                         "  case 1: continue; default: hit(1); }"));
  EXPECT_FALSE(isRepeated("for (;;) { switch (n) { case 1: hit(1); return 1;"
                          "  default: break; } }"));
  EXPECT_FALSE(isRepeated("switch (n) { case 0: while (cond()) {"
                          "  case 1: hit(1); } }"))
      << "a loop that is entered in its middle is no natural loop";
}

TEST(OddShapeTest, RangeForWithInitialiserAndBindings) {
  TestUnit Unit(
      "#include <map>\n#include <string>\n"
      "std::map<int, std::string> make();"
      "void f(std::map<int, std::string> m) {"
      "  for (auto copy = m; const auto &[k, v] : copy) hit(1);"
      "  for (auto made = make(); auto [k, v] : made) { hit(2); break;"
      "  }"
      "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  EXPECT_EQ(Unit.loop(1)->Shape, Kind::RangeFor);
  EXPECT_EQ(Unit.loop(2), nullptr);
}

TEST(OddShapeTest, StatementExpressionsAndConstexprIf) {
  EXPECT_TRUE(isRepeated("while (cond()) n = ({ hit(1); 3; });"));
  EXPECT_FALSE(isRepeated("n = ({ while (cond()) n++; hit(1); 3; });"));
  EXPECT_TRUE(isRepeated("while (cond()) { if constexpr (true) hit(1); }"));
  EXPECT_FALSE(isRepeated("while (cond()) { if constexpr (false) hit(1); }"));
  EXPECT_TRUE(isRepeated("while (cond()) n = n ? hit(1) : 2;"));
  EXPECT_TRUE(isRepeated("while (cond() && hit(1)) n++;"));
  EXPECT_TRUE(isRepeated("do { if (n) continue; hit(1); } while (cond());"));
}

TEST(OddShapeTest, TryInALoop) {
  EXPECT_TRUE(isRepeated(
      "while (cond()) { try { n++; } catch (...) { continue; } hit(1); }"));
  EXPECT_FALSE(isRepeated("for (;;) { try { hit(1); return 1; }"
                          " catch (...) { n++; } }"))
      << "retried until it succeeds";
}

TEST(OddShapeTest, LocalClassesAndFunctionsInLoops) {
  EXPECT_FALSE(isRepeated(
      "while (cond()) { struct Local { void m() { hit(1); } }; n++; }"));
}

// TranslationUnit.

TEST(RepeatedCallTest, CalledInALoop) {
  TestUnit Unit("void inner() { hit(1); }"
                "void outer(int n) { for (int i = 0; i < n; ++i) inner(); }"
                "void other() { inner(); }");
  const std::optional<RepeatedCall> Call =
      Unit.unit().repeatedCall(Unit.function("inner"));
  ASSERT_TRUE(Call);
  EXPECT_EQ(Call->Caller, &Unit.function("outer"));
  ASSERT_NE(Call->In, nullptr);
  EXPECT_EQ(Call->In->Shape, Kind::For);
  EXPECT_TRUE(Call->Path.empty());
  const auto *Expression = dyn_cast<CallExpr>(Call->Call);
  ASSERT_NE(Expression, nullptr);
  EXPECT_EQ(Expression->getDirectCallee()->getCanonicalDecl(),
            Unit.function("inner").getCanonicalDecl());
  EXPECT_EQ(Unit.unit().callsOf(Unit.function("inner")).size(), 2U);
}

TEST(RepeatedCallTest, NotRepeated) {
  TestUnit Unit("void once() {} void thrice() {} void last() {} void never() {}"
                "void f(int n) {"
                "  once();"
                "  for (int i = 0; i < 3; ++i) thrice();"
                "  for (int i = 0; i < n; ++i) { last(); return; }"
                "}");
  for (const char *Name : {"once", "thrice", "last", "never"})
    EXPECT_FALSE(Unit.unit().repeatedCall(Unit.function(Name))) << Name;
}

TEST(RepeatedCallTest, ThroughOtherFunctions) {
  TestUnit Unit("void f0() {} void f1() { f0(); } void f2() { f1(); }"
                "void f3() { f2(); } void f4() { f3(); } void f5() { f4(); }"
                "void loop(int n) { while (cond()) f5(); }");
  for (const char *Name : {"f5", "f4", "f3", "f2", "f1"})
    EXPECT_TRUE(Unit.unit().repeatedCall(Unit.function(Name))) << Name;
  EXPECT_FALSE(Unit.unit().repeatedCall(Unit.function("f0")))
      << "that is five functions away from the loop's call";
  const auto Call = Unit.unit().repeatedCall(Unit.function("f3"));
  ASSERT_TRUE(Call);
  EXPECT_EQ(Call->Path.size(), 2U);
}

TEST(RepeatedCallTest, RecursionEnds) {
  TestUnit Unit("void a(int); void b(int n) { if (n) a(n - 1); }"
                "void a(int n) { b(n); }");
  EXPECT_FALSE(Unit.unit().repeatedCall(Unit.function("a")));
}

TEST(RepeatedCallTest, MembersConstructorsAndLambdas) {
  TestUnit Unit("struct S { S() {} void m() {} };"
                "void f() {"
                "  auto lambda = [] { hit(1); };"
                "  while (cond()) { S s; s.m(); lambda(); }"
                "}");
  EXPECT_TRUE(Unit.unit().repeatedCall(Unit.function("m")));
  const FunctionDecl *Operator = Unit.unit().functionAround(Unit.hit(1));
  ASSERT_NE(Operator, nullptr);
  EXPECT_TRUE(Unit.unit().repeatedCall(*Operator));
  const auto *Class = cast<CXXMethodDecl>(Unit.function("m")).getParent();
  EXPECT_TRUE(Unit.unit().repeatedCall(**Class->ctor_begin()));
}

TEST(FunctionAroundTest, FunctionsLambdasAndInitialisers) {
  TestUnit Unit("bool global = hit(1);"
                "void f() { hit(2); auto l = [] { hit(3); }; }"
                "struct S { bool b; S() : b(hit(4)) {} };");
  EXPECT_EQ(Unit.unit().functionAround(Unit.hit(1)), nullptr);
  EXPECT_EQ(Unit.unit().functionAround(Unit.hit(2)), &Unit.function("f"));
  const FunctionDecl *Operator = Unit.unit().functionAround(Unit.hit(3));
  ASSERT_NE(Operator, nullptr);
  const LambdaExpr *Lambda = Unit.unit().lambdaOf(*Operator);
  ASSERT_NE(Lambda, nullptr);
  EXPECT_EQ(Lambda->getCallOperator(), Operator);
  EXPECT_EQ(Unit.unit().lambdaOf(Unit.function("f")), nullptr);
}

} // namespace
} // namespace test
} // namespace slowpath
