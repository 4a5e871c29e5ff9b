// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-flush-per-item: n lines into a file.
#include "tests/bench/Bench.h"
#include <cstdio>
#include <fstream>

int main() {
  const char *path = "flush-per-item.txt";
  const int result = slowpath::bench::table(
      {10, 100, 1000, 10000, 50000},
      [&](int n) {
        std::ofstream out(path);
        for (int i = 0; i < n; ++i)
          out << i << std::endl;
      },
      [&](int n) {
        std::ofstream out(path);
        for (int i = 0; i < n; ++i)
          out << i << '\n';
      });
  std::remove(path);
  return result;
}
