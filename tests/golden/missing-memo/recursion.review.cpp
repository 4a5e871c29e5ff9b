#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

std::int64_t fibBad(int n) {
  if (n < 2)
    return n;
  static thread_local std::unordered_map<int, std::int64_t> memo;
  const auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  return memo[n] = fibBad(n - 1) + fibBad(n - 2); // want[review]: 'fibBad' computes the same again: what 'fibBad(n - 1)' and 'fibBad(n - 2)' lead to overlaps, and the calls multiply with each step of 'n'
}

static long pathsBad(int i, int j) {
  if (i == 0 || j == 0)
    return 1;
  static thread_local std::map<std::pair<int, int>, long> memo;
  const auto known = memo.find({i, j});
  if (known != memo.end())
    return known->second;
  return memo[{i, j}] = pathsBad(i - 1, j) + pathsBad(i, j - 1); // want[review]: step of 'i' and 'j'
}

long ask(int n) { return pathsBad(n, n); }

static int distanceBad(const std::string &a, const std::string &b, size_t i, size_t j, std::map<std::pair<size_t, size_t>, int> &memo) {
  if (i == a.size())
    return static_cast<int>(b.size() - j);
  if (j == b.size())
    return static_cast<int>(a.size() - i);
  const auto known = memo.find({i, j});
  if (known != memo.end())
    return known->second;
  if (a[i] == b[j])
    return memo[{i, j}] = distanceBad(a, b, i + 1, j + 1, memo);
  // want[review]@+1: 'i' and 'j'
  return memo[{i, j}] = 1 + std::min({distanceBad(a, b, i + 1, j, memo), distanceBad(a, b, i, j + 1, memo), distanceBad(a, b, i + 1, j + 1, memo)});
}

int distanceBad(const std::string &a, const std::string &b, size_t i, size_t j) {
  std::map<std::pair<size_t, size_t>, int> memo;
  return distanceBad(a, b, i, j, memo);
}

long catalanBad(int n) {
  if (n <= 1)
    return 1;
  long total = 0;
  static thread_local std::unordered_map<int, long> memo;
  const auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  for (int i = 0; i < n; ++i)
    total += catalanBad(i) * catalanBad(n - 1 - i); // want[review]: overlaps
  return memo[n] = total;
}

static int cutBad(const std::vector<int> &prices, int length, std::unordered_map<int, int> &memo) {
  int best = 0;
  // want-note@+1: inside this loop
  const auto known = memo.find(length);
  if (known != memo.end())
    return known->second;
  for (int i = 1; i <= length; ++i)
    best = std::max(best, prices[i - 1] + cutBad(prices, length - i, memo)); // want[review]: this loop calls 'cutBad(prices, length - i)', and each of these calls does so for the same values of 'length'
  return memo[length] = best;
}

int cutBad(const std::vector<int> &prices, int length) {
  std::unordered_map<int, int> memo;
  return cutBad(prices, length, memo);
}

static int knapsackBad(std::vector<int> &weights, std::vector<int> &values, int i, int room, std::map<std::pair<int, int>, int> &memo) {
  if (i < 0)
    return 0;
  const auto known = memo.find({i, room});
  if (known != memo.end())
    return known->second;
  const int without = knapsackBad(weights, values, i - 1, room, memo); // want[review]: 'i' and 'room'
  if (weights[i] > room)
    return memo[{i, room}] = without;
  return memo[{i, room}] = std::max(without, values[i] + knapsackBad(weights, values, i - 1, room - weights[i], memo));
}

int knapsackBad(std::vector<int> &weights, std::vector<int> &values, int i, int room) {
  std::map<std::pair<int, int>, int> memo;
  return knapsackBad(weights, values, i, room, memo);
}

enum class Kind { Even, Odd };

unsigned long threeBad(int a, int b, int c, Kind kind) {
  if (a <= 0 || b <= 0 || c <= 0)
    return kind == Kind::Even ? 1 : 2;
  static thread_local std::map<std::tuple<int, int, int, Kind>, unsigned long> memo;
  const auto known = memo.find({a, b, c, kind});
  if (known != memo.end())
    return known->second;
  unsigned long sum = threeBad(a - 1, b, c, kind); // want[review]: 'a', 'b' and 'c'
  sum += threeBad(a, b - 1, c, kind);
  sum += threeBad(a, b, c - 1, kind);
  return memo[{a, b, c, kind}] = sum;
}
