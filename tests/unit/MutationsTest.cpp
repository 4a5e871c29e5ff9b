// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Mutations.h"
#include "tests/support/TestUnit.h"
#include "gtest/gtest.h"

namespace slowpath::test {
namespace {

/// May the variable or parameter Name be written in Body, the body of a loop?
bool isModified(const std::string &Name, const std::string &Body) {
  TestUnit Unit(
      "#include <functional>\n#include <iostream>\n#include <map>\n"
      "#include <memory>\n#include <string>\n#include <utility>\n"
      "#include <vector>\n"
      "struct Part { int count; int counts[4]; int &linked; void grow();"
      "              int size() const; };"
      "struct Owner { template <class T> explicit Owner(T &&t) : kept(t) {}"
      "               int &kept; };"
      "void change(int &); void look(const int &); void copy(int);"
      "void take(std::vector<int>); void see(const std::vector<int> &);"
      "void keep(int *); void peek(const int *); void fill(void *);"
      "void dump(const void *, int); void (*called)(int &);"
      "template <class T> void set(T &&t) { t = 1; }"
      "template <class T> void get(T &&t) { copy(t); }"
      "template <class T> void pass(T &&t) { set(std::forward<T>(t)); }"
      "template <class T> void hand(T &&t) { get(std::forward<T>(t)); }"
      "template <class T> void again(T &t, int n) { if (n) again(t, n - 1); }"
      "void f(int x, int y, std::vector<int> v, Part part, int *p,"
      "       std::map<int, int> m, std::pair<int, int> pair) {"
      "  int grid[8] = {}; std::unique_ptr<Part> owner;"
      "  while (cond()) { hit(1); " +
      Body + " } }");
  const Loop *L = Unit.loop(1);
  EXPECT_NE(L, nullptr) << Body;
  return L &&
         Mutations(*L->Statement, Unit.unit()).contains(Unit.variable(Name));
}

TEST(MutationsTest, Writes) {
  EXPECT_TRUE(isModified("x", "x = 1;"));
  EXPECT_TRUE(isModified("x", "x += y;"));
  EXPECT_TRUE(isModified("x", "--x;"));
  EXPECT_TRUE(isModified("x", "(x) = 1;"));
  EXPECT_TRUE(isModified("x", "(y ? x : y) = 1;"));
  EXPECT_TRUE(isModified("x", "(y, x) = 1;"));
  EXPECT_TRUE(isModified("x", "if (cond()) { while (cond()) x = y; }"));
}

TEST(MutationsTest, Reads) {
  EXPECT_FALSE(isModified("x", "y = x;"));
  EXPECT_FALSE(isModified("x", "y = x + 1;"));
  EXPECT_FALSE(isModified("x", "(void)x;"));
  EXPECT_FALSE(isModified("x", "y = (y ? x : y);"));
  EXPECT_FALSE(isModified("x", "y = sizeof(++x);"));
  EXPECT_FALSE(isModified("y", "x = y;"));
}

TEST(MutationsTest, Arguments) {
  EXPECT_TRUE(isModified("x", "change(x);"));
  EXPECT_TRUE(isModified("x", "called(x);"));
  EXPECT_TRUE(isModified("x", "std::cin >> x;"));
  EXPECT_TRUE(isModified("x", "std::swap(x, y);"));
  EXPECT_TRUE(isModified("v", "take(std::move(v));"));
  EXPECT_FALSE(isModified("x", "look(x);"));
  EXPECT_FALSE(isModified("x", "copy(x);"));
  EXPECT_FALSE(isModified("v", "see(v);"));
  EXPECT_FALSE(isModified("v", "take(v);"));
}

TEST(MutationsTest, Addresses) {
  EXPECT_TRUE(isModified("x", "keep(&x);"));
  EXPECT_TRUE(isModified("x", "int *q = &x; *q = 1;"));
  EXPECT_TRUE(isModified("grid", "keep(grid);"));
  EXPECT_TRUE(isModified("grid", "fill(grid);"));
  EXPECT_TRUE(isModified("grid", "int *q = grid; *q = 1;"));
  EXPECT_FALSE(isModified("x", "peek(&x);"));
  EXPECT_FALSE(isModified("x", "dump(&x, 4);"));
  EXPECT_FALSE(isModified("grid", "peek(grid);"));
  EXPECT_FALSE(isModified("grid", "dump(grid, 4);"));
  // What it points to is no part of a pointer.
  EXPECT_FALSE(isModified("p", "*p = 1; p[2] = 1; keep(p);"));
  EXPECT_TRUE(isModified("p", "++p;"));
}

TEST(MutationsTest, Parts) {
  EXPECT_TRUE(isModified("part", "part.count = 1;"));
  EXPECT_TRUE(isModified("part", "part.counts[y] = 1;"));
  EXPECT_TRUE(isModified("y", "part.counts[y++] = 1;"));
  EXPECT_TRUE(isModified("grid", "grid[2] = 1;"));
  EXPECT_TRUE(isModified("grid", "*grid = 1;"));
  EXPECT_TRUE(isModified("pair", "pair.first = 1;"));
  EXPECT_TRUE(isModified("part", "change(part.count);"));
  EXPECT_TRUE(isModified("part", "int Part::*m = &Part::count; part.*m = 1;"));
  EXPECT_FALSE(isModified("part", "x = part.count + part.counts[1];"));
  EXPECT_FALSE(isModified("part", "part.linked = 1;"));
  EXPECT_FALSE(isModified("grid", "x = grid[2] + *grid;"));
}

TEST(MutationsTest, Members) {
  EXPECT_TRUE(isModified("v", "v.push_back(1);"));
  EXPECT_TRUE(isModified("v", "v = {};"));
  EXPECT_TRUE(isModified("v", "v[0] = 1;"));
  EXPECT_TRUE(isModified("m", "m[0];"));
  EXPECT_TRUE(isModified("part", "part.grow();"));
  EXPECT_TRUE(isModified("part", "(&part)->grow();"));
  EXPECT_FALSE(isModified("owner", "owner->grow();"));
  EXPECT_FALSE(isModified("part", "copy(part.size());"));
  EXPECT_FALSE(isModified("v", "copy(v.size());"));
  EXPECT_FALSE(isModified("v", "if (v.empty()) y = 1;"));
}

TEST(MutationsTest, References) {
  EXPECT_TRUE(isModified("x", "int &r = x; r = 1;"));
  EXPECT_TRUE(isModified("x", "int &r = x; int &s = r; s = 1;"));
  EXPECT_TRUE(isModified("part", "auto &r = part.counts; r[0] = 1;"));
  EXPECT_TRUE(isModified("pair", "auto &[a, b] = pair; b = 1;"));
  EXPECT_FALSE(isModified("pair", "auto &[a, b] = pair; copy(b);"));
  EXPECT_FALSE(isModified("pair", "auto [a, b] = pair; b = 1;"));
  EXPECT_FALSE(isModified("x", "int &r = x; copy(r);"));
  EXPECT_FALSE(isModified("x", "const int &r = x; copy(r);"));
}

TEST(MutationsTest, RangeFor) {
  EXPECT_TRUE(isModified("v", "for (int &each : v) each = 1;"));
  EXPECT_TRUE(isModified("m", "for (auto &[k, n] : m) n = 1;"));
  EXPECT_FALSE(isModified("v", "for (int each : v) ++each;"));
  EXPECT_FALSE(isModified("v", "for (auto &each : v) copy(each);"));
  EXPECT_FALSE(isModified("m", "for (auto &[k, n] : m) copy(n);"));
  EXPECT_FALSE(isModified("m", "for (const auto &each : m) copy(each.first);"));
}

TEST(MutationsTest, Lambdas) {
  EXPECT_TRUE(isModified("x", "[&] { x = 1; }();"));
  EXPECT_TRUE(isModified("x", "[&r = x] { r = 1; }();"));
  EXPECT_FALSE(isModified("x", "[x] { copy(x); }();"));
}

TEST(MutationsTest, Templates) {
  EXPECT_TRUE(isModified("x", "set(x);"));
  EXPECT_TRUE(isModified("x", "pass(x);"));
  EXPECT_TRUE(isModified("x", "Owner o(x);"));
  EXPECT_TRUE(isModified("x", "std::invoke(change, x);"));
  // It calls itself, and so nobody knows.
  EXPECT_TRUE(isModified("x", "again(x, 3);"));
  EXPECT_FALSE(isModified("x", "get(x);"));
  EXPECT_FALSE(isModified("x", "hand(x);"));
  EXPECT_FALSE(isModified("x", "v.emplace_back(x);"));
  EXPECT_FALSE(isModified("x", "auto q = std::make_pair(x, y);"));
}

} // namespace
} // namespace slowpath::test
