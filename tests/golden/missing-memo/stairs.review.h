#pragma once
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

inline int stairsBad(int n) {
  if (n <= 1)
    return 1;
  static thread_local std::unordered_map<int, int> memo;
  const auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  return memo[n] = stairsBad(n - 1) + stairsBad(n - 2); // want[review]: 'stairsBad' computes the same again
}

inline long commonBad(const std::string &a, const std::string &b, int i, int j, std::map<std::pair<int, int>, long> &memo) {
  if (i < 0 || j < 0)
    return 0;
  const auto known = memo.find({i, j});
  if (known != memo.end())
    return known->second;
  if (a[i] == b[j])
    return memo[{i, j}] = 1 + commonBad(a, b, i - 1, j - 1, memo);
  const long left = commonBad(a, b, i - 1, j, memo); // want[review]: 'i' and 'j'
  const long right = commonBad(a, b, i, j - 1, memo);
  return memo[{i, j}] = left < right ? right : left;
}

inline long commonBad(const std::string &a, const std::string &b, int i, int j) {
  std::map<std::pair<int, int>, long> memo;
  return commonBad(a, b, i, j, memo);
}
