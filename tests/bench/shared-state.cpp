// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-shared-state: n integers added up in an atomic
// that nobody else wants.
#include "tests/bench/Bench.h"
#include <atomic>
#include <vector>

int main() {
  const std::vector<int> items(100000, 1);
  std::atomic<long> total = 0;
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [&](int n) {
        for (int i = 0; i < n; ++i)
          total += items[static_cast<unsigned>(i)];
        slowpath::bench::keep(total);
      },
      [&](int n) {
        long localTotal = 0;
        for (int i = 0; i < n; ++i)
          localTotal += items[static_cast<unsigned>(i)];
        total += localTotal;
        slowpath::bench::keep(total);
      });
}
