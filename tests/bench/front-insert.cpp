// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-front-insert: n integers.
#include "tests/bench/Bench.h"
#include <vector>

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 50000},
      [](int n) {
        std::vector<int> items;
        for (int i = 0; i < n; ++i)
          items.insert(items.begin(), i);
        slowpath::bench::keep(items);
      },
      [](int n) {
        std::vector<int> items;
        for (int i = 0; i < n; ++i)
          items.push_back(i);
        std::reverse(items.begin(), items.end());
        slowpath::bench::keep(items);
      });
}
