// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callables as bodies of loops: what Loop::Kind::Algorithm promises.
#include "checks/support/Loops.h"
#include "checks/support/Objects.h"
#include "tests/support/TestUnit.h"
#include "gtest/gtest.h"

using namespace clang;

namespace slowpath::test {
namespace {

constexpr const char *Headers = "#include <algorithm>\n#include <array>\n"
                                "#include <functional>\n#include <ranges>\n"
                                "#include <string>\n#include <vector>\n";

/// Is hit(1) repeated, in a loop of its own function or because its function is
/// called in one?
bool isRepeated(const std::string &Code) {
  TestUnit Unit(Headers + Code);
  if (const Loop *L = Unit.loop(1))
    return L->isDataLoop();
  const FunctionDecl *Function = Unit.unit().functionAround(Unit.hit(1));
  return Function && Unit.unit().repeatedCall(*Function).has_value();
}

TEST(CallableTest, LambdaInAVariable) {
  TestUnit Unit(std::string(Headers) +
                "void f(const std::vector<int> &v, std::string &out) {"
                "  std::string gathered;"
                "  const auto visit = [&](int x) { std::string own; hit(1); "
                "value(1, gathered); value(2, own); value(3, x); };"
                "  std::for_each(v.begin(), v.end(), visit);"
                "}");
  const Loop *L = Unit.loop(1);
  ASSERT_NE(L, nullptr);
  EXPECT_EQ(L->Shape, Loop::Kind::Algorithm);
  EXPECT_TRUE(L->isDataLoop());
  EXPECT_EQ(L->Variable, &Unit.variable("x"));
  // The body stands before the call, and is the loop's all the same.
  EXPECT_TRUE(outlivesIteration(Unit.value(1), *L, Unit.unit()));
  EXPECT_FALSE(outlivesIteration(Unit.value(2), *L, Unit.unit()));
  EXPECT_FALSE(outlivesIteration(Unit.value(3), *L, Unit.unit()));
  EXPECT_FALSE(Unit.analysis(1).isModifiedIn(Unit.variable("gathered"), *L));
}

TEST(CallableTest, WritesInALambdaOfAVariableCount) {
  TestUnit Unit(std::string(Headers) +
                "void f(const std::vector<int> &v) {"
                "  int n = 0, m = 0;"
                "  auto visit = [&](int x) { hit(1); ++n; value(1, m); "
                "value(2, n); };"
                "  std::ranges::for_each(v, visit);"
                "}");
  const Loop *L = Unit.loop(1);
  ASSERT_NE(L, nullptr);
  EXPECT_TRUE(Unit.analysis(1).isInvariant(Unit.value(1), *L));
  EXPECT_FALSE(Unit.analysis(1).isInvariant(Unit.value(2), *L));
}

TEST(CallableTest, HandedOverInManyWays) {
  const std::string Begin = "void f(const std::vector<int> &v) {"
                            "  auto visit = [](int x) { hit(1); };";
  EXPECT_TRUE(
      isRepeated(Begin + "std::for_each(v.begin(), v.end(), visit); }"));
  EXPECT_TRUE(isRepeated(
      Begin + "std::for_each(v.begin(), v.end(), std::ref(visit)); }"));
  EXPECT_TRUE(isRepeated(Begin +
                         "std::for_each(v.begin(), v.end(), std::move(visit));"
                         " }"));
  EXPECT_TRUE(isRepeated(Begin +
                         "const auto &again = visit;"
                         "std::for_each(v.begin(), v.end(), again); }"));
  EXPECT_TRUE(
      isRepeated("void f(const std::vector<int> &v) {"
                 "  std::function<void(int)> visit = [](int x) { hit(1); };"
                 "  std::for_each(v.begin(), v.end(), visit); }"));
  EXPECT_TRUE(
      isRepeated("void f(const std::vector<int> &v) {"
                 "  std::function<void(int)> visit([](int x) { hit(1); });"
                 "  std::for_each(v.begin(), v.end(), visit); }"));
  EXPECT_TRUE(isRepeated(
      "void f(const std::vector<int> &v) {"
      "  std::for_each(v.begin(), v.end(), [](auto x) { hit(1); }); }"));
  EXPECT_FALSE(isRepeated(Begin + "visit(1); }"));
  EXPECT_FALSE(isRepeated(Begin + "std::function<void(int)> later = visit; }"));
}

TEST(CallableTest, FunctionsByName) {
  const std::string Process = "void process(int x) { hit(1); }";
  EXPECT_TRUE(isRepeated(Process +
                         "void f(std::vector<int> v) {"
                         "  std::for_each(v.begin(), v.end(), process); }"));
  EXPECT_TRUE(isRepeated(Process + "void f(std::vector<int> v) {"
                                   "  std::ranges::for_each(v, &process); }"));
  EXPECT_TRUE(
      isRepeated("template <typename T> void process(T x) { hit(1); }"
                 "void f(std::vector<int> v) {"
                 "  std::for_each(v.begin(), v.end(), process<int>); }"));
  EXPECT_TRUE(isRepeated(
      "struct S { void run() { hit(1); } };"
      "void f(std::vector<S> v) {"
      "  std::for_each(v.begin(), v.end(), std::mem_fn(&S::run)); }"));
  EXPECT_TRUE(isRepeated("struct S { void run() { hit(1); } };"
                         "void f(std::vector<S> v) {"
                         "  std::ranges::for_each(v, &S::run); }"));
  EXPECT_TRUE(isRepeated(
      "struct S { void add(int x) { hit(1); }"
      "  void f(std::vector<int> v) {"
      "    std::for_each(v.begin(), v.end(),"
      "        std::bind(&S::add, this, std::placeholders::_1)); } };"));
  EXPECT_TRUE(
      isRepeated("void inner() { hit(1); } void process(int) { inner(); }"
                 "void f(std::vector<int> v) {"
                 "  std::for_each(v.begin(), v.end(), process); }"));
  EXPECT_FALSE(isRepeated(Process + "void g(void (*)(int));"
                                    "void f(std::vector<int> v) {"
                                    "  g(process); }"));
  EXPECT_FALSE(isRepeated(Process + "void f(std::array<int, 3> a) {"
                                    "  std::ranges::for_each(a, process); }"));
}

TEST(CallableTest, ArgumentsOfFunctionsByNameAreTheAlgorithms) {
  // The parameter is an element: it does not grow from call to call.
  TestUnit Unit(std::string(Headers) +
                "void process(std::string &s) { hit(1); value(1, s); }"
                "void f(std::vector<std::string> v) {"
                "  std::for_each(v.begin(), v.end(), process); }");
  EXPECT_FALSE(repetitionOn(Unit.value(1), Unit.hit(1), Unit.unit()));
}

TEST(CallableTest, GlobalsGrowInFunctionsByName) {
  TestUnit Unit(std::string(Headers) +
                "std::string all;"
                "void process(int x) { hit(1); value(1, all); }"
                "void f(std::vector<int> v) {"
                "  std::for_each(v.begin(), v.end(), process); }");
  const auto Rep = repetitionOn(Unit.value(1), Unit.hit(1), Unit.unit());
  ASSERT_TRUE(Rep);
  EXPECT_EQ(Rep->In->Shape, Loop::Kind::Algorithm);
}

TEST(CallableTest, Views) {
  EXPECT_TRUE(isRepeated("void f(std::vector<int> v) {"
                         "  for (int x : v | std::views::transform([](int x) {"
                         "    return hit(1); })) cond(); }"));
  EXPECT_TRUE(isRepeated("void f(std::vector<int> v) {"
                         "  auto odd = std::views::filter(v, [](int x) {"
                         "    return hit(1); }); }"));
}

TEST(CallableTest, NestedLambdas) {
  TestUnit Unit(std::string(Headers) +
                "void f(std::vector<std::vector<int>> all) {"
                "  const auto outer = [&](const std::vector<int> &v) {"
                "    std::for_each(v.begin(), v.end(), [&](int x) { hit(1); });"
                "    hit(2);"
                "  };"
                "  std::for_each(all.begin(), all.end(), outer);"
                "}");
  ASSERT_NE(Unit.loop(1), nullptr);
  ASSERT_NE(Unit.loop(1)->Parent, nullptr);
  EXPECT_EQ(Unit.loop(1)->Parent, Unit.loop(2));
}

TEST(CallableTest, UserFunctionsThatCallTheirArgumentInALoop) {
  const std::string Each =
      "template <typename F> void each(const std::vector<int> &v, F visit) {"
      "  for (int x : v) visit(x); }";
  EXPECT_TRUE(isRepeated(Each + "void f(const std::vector<int> &v) {"
                                "  each(v, [](int x) { hit(1); }); }"));
  EXPECT_TRUE(isRepeated("void each(const std::vector<int> &v,"
                         "          const std::function<void(int)> &visit) {"
                         "  for (int x : v) visit(x); }"
                         "void f(const std::vector<int> &v) {"
                         "  each(v, [](int x) { hit(1); }); }"));
  EXPECT_TRUE(isRepeated("void each(int n, void (*visit)(int)) {"
                         "  for (int i = 0; i < n; ++i) (*visit)(i); }"
                         "void process(int x) { hit(1); }"
                         "void f(int n) { each(n, process); }"));
  EXPECT_TRUE(
      isRepeated("template <typename F> void each(std::vector<int> v, F &&fn) {"
                 "  for (int x : v) std::forward<F>(fn)(x); }"
                 "void f(const std::vector<int> &v) {"
                 "  each(v, [](int x) { hit(1); }); }"));
  EXPECT_TRUE(isRepeated(
      "struct Rows { std::vector<int> v;"
      "  template <typename F> void visit(F f) { for (int x : v) f(x); } };"
      "void f(Rows rows) { rows.visit([](int x) { hit(1); }); }"));
  EXPECT_TRUE(isRepeated("template <typename R, typename F>"
                         "void each(const R &r, F visit) {"
                         "  for (const auto &x : r) visit(x); }"
                         "void f(const std::vector<int> &v) {"
                         "  each(v, [](int x) { hit(1); }); }"));
}

TEST(CallableTest, UserFunctionsThatDoNot) {
  EXPECT_FALSE(isRepeated("template <typename F> void once(F f) { f(1); }"
                          "void f() { once([](int x) { hit(1); }); }"));
  EXPECT_FALSE(isRepeated("template <typename F> void thrice(F f) {"
                          "  for (int i = 0; i < 3; ++i) f(i); }"
                          "void f() { thrice([](int x) { hit(1); }); }"));
  EXPECT_FALSE(
      isRepeated("template <typename F> bool first(std::vector<int> v, F f) {"
                 "  for (int x : v) return f(x); return false; }"
                 "void f(std::vector<int> v) {"
                 "  first(v, [](int x) { return hit(1); }); }"));
  EXPECT_FALSE(isRepeated("template <typename F> void retry(F f) {"
                          "  for (int attempt = 0; attempt < 99; ++attempt)"
                          "    if (f(attempt)) return; }"
                          "void f() { retry([](int x) { return hit(1); }); }"));
}

TEST(CallableTest, FunctionsThatHandEachOtherCallables) {
  EXPECT_FALSE(
      isRepeated("using F = std::function<void()>; void a(int n, const F &f);"
                 "void b(int n, const F &f) { if (n) a(n - 1, [&] { f(); }); }"
                 "void a(int n, const F &f) { b(n, [&] { f(); }); }"
                 "void f() { a(3, [] { hit(1); }); }"));
}

TEST(CallableTest, InTemplates) {
  EXPECT_TRUE(isRepeated("template <typename T> void f(const T &v) {"
                         "  std::for_each(v.begin(), v.end(),"
                         "                [&](const auto &x) { hit(1); }); }"
                         "void g() { f(std::vector<int>()); }"));
  EXPECT_TRUE(
      isRepeated("template <typename T> void f(const T &v) {"
                 "  std::ranges::for_each(v, [&](auto x) { hit(1); }); }"
                 "void g() { f(std::vector<int>()); }"));
}

TEST(CallableTest, LambdaCalledInALoop) {
  EXPECT_TRUE(isRepeated("void f(std::vector<int> v) {"
                         "  auto visit = [](auto x) { hit(1); };"
                         "  for (int x : v) visit(x); }"));
  EXPECT_TRUE(isRepeated("template <typename T> void process(T x) { hit(1); }"
                         "void f(std::vector<int> v) {"
                         "  for (int x : v) process(x); }"));
}

} // namespace
} // namespace slowpath::test
