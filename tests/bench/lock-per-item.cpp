// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-lock-per-item: n integers added up, with nobody
// else who wants the mutex.
#include "tests/bench/Bench.h"
#include <mutex>
#include <vector>

int main() {
  std::mutex mutex;
  const std::vector<int> items(100000, 1);
  long total = 0;
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [&](int n) {
        for (int i = 0; i < n; ++i) {
          const std::lock_guard<std::mutex> lock(mutex);
          total += items[static_cast<unsigned>(i)];
        }
        slowpath::bench::keep(total);
      },
      [&](int n) {
        const std::lock_guard<std::mutex> lock(mutex);
        for (int i = 0; i < n; ++i)
          total += items[static_cast<unsigned>(i)];
        slowpath::bench::keep(total);
      });
}
