// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-missing-memo: the paths through a grid of n steps
// in two directions, counted by recursion.
#include "tests/bench/Bench.h"
#include <map>
#include <utility>

static long paths(int i, int j) {
  if (i == 0 || j == 0)
    return 1;
  return paths(i - 1, j) + paths(i, j - 1);
}

static long paths(int i, int j, std::map<std::pair<int, int>, long> &memo) {
  if (i == 0 || j == 0)
    return 1;
  const auto known = memo.find({i, j});
  if (known != memo.end())
    return known->second;
  return memo[{i, j}] = paths(i - 1, j, memo) + paths(i, j - 1, memo);
}

int main() {
  return slowpath::bench::table(
      {2, 4, 6, 8, 10, 12, 13},
      [](int n) { slowpath::bench::keep(paths(n, n)); },
      [](int n) {
        std::map<std::pair<int, int>, long> memo;
        slowpath::bench::keep(paths(n, n, memo));
      });
}
