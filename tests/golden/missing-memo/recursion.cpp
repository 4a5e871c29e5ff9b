#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

std::int64_t fibBad(int n) {
  if (n < 2)
    return n;
  return fibBad(n - 1) + fibBad(n - 2); // want[review]: 'fibBad' computes the same again: what 'fibBad(n - 1)' and 'fibBad(n - 2)' lead to overlaps, and the calls multiply with each step of 'n'
}

static long pathsBad(int i, int j) {
  if (i == 0 || j == 0)
    return 1;
  return pathsBad(i - 1, j) + pathsBad(i, j - 1); // want[review]: step of 'i' and 'j'
}

long ask(int n) { return pathsBad(n, n); }

int distanceBad(const std::string &a, const std::string &b, size_t i, size_t j) {
  if (i == a.size())
    return static_cast<int>(b.size() - j);
  if (j == b.size())
    return static_cast<int>(a.size() - i);
  if (a[i] == b[j])
    return distanceBad(a, b, i + 1, j + 1);
  // want[review]@+1: 'i' and 'j'
  return 1 + std::min({distanceBad(a, b, i + 1, j), distanceBad(a, b, i, j + 1), distanceBad(a, b, i + 1, j + 1)});
}

long catalanBad(int n) {
  if (n <= 1)
    return 1;
  long total = 0;
  for (int i = 0; i < n; ++i)
    total += catalanBad(i) * catalanBad(n - 1 - i); // want[review]: overlaps
  return total;
}

int cutBad(const std::vector<int> &prices, int length) {
  int best = 0;
  // want-note@+1: inside this loop
  for (int i = 1; i <= length; ++i)
    best = std::max(best, prices[i - 1] + cutBad(prices, length - i)); // want[review]: this loop calls 'cutBad(prices, length - i)', and each of these calls does so for the same values of 'length'
  return best;
}

int knapsackBad(std::vector<int> &weights, std::vector<int> &values, int i, int room) {
  if (i < 0)
    return 0;
  const int without = knapsackBad(weights, values, i - 1, room); // want[review]: 'i' and 'room'
  if (weights[i] > room)
    return without;
  return std::max(without, values[i] + knapsackBad(weights, values, i - 1, room - weights[i]));
}

enum class Kind { Even, Odd };

unsigned long threeBad(int a, int b, int c, Kind kind) {
  if (a <= 0 || b <= 0 || c <= 0)
    return kind == Kind::Even ? 1 : 2;
  unsigned long sum = threeBad(a - 1, b, c, kind); // want[review]: 'a', 'b' and 'c'
  sum += threeBad(a, b - 1, c, kind);
  sum += threeBad(a, b, c - 1, kind);
  return sum;
}
