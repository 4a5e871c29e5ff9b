#pragma once
#include <string>

inline int stairsBad(int n) {
  if (n <= 1)
    return 1;
  return stairsBad(n - 1) + stairsBad(n - 2); // want[review]: 'stairsBad' computes the same again
}

inline long commonBad(const std::string &a, const std::string &b, int i, int j) {
  if (i < 0 || j < 0)
    return 0;
  if (a[i] == b[j])
    return 1 + commonBad(a, b, i - 1, j - 1);
  const long left = commonBad(a, b, i - 1, j); // want[review]: 'i' and 'j'
  const long right = commonBad(a, b, i, j - 1);
  return left < right ? right : left;
}
