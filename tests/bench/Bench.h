// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_BENCH_BENCH_H
#define SLOWPATH_TESTS_BENCH_BENCH_H

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <initializer_list>

namespace slowpath::bench {

/// Keeps the optimiser from dropping the computation of value.
template <typename T> void keep(const T &value) {
  asm volatile("" : : "g"(&value) : "memory");
}

/// The fastest of three runs of work(n), in microseconds: the run that the rest
/// of the machine disturbed least.
inline double microseconds(const std::function<void(int)> &work, int n) {
  double best = 1e300;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    work(n);
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    best = std::min(best, spent.count());
  }
  return best;
}

/// Prints one Markdown table row per n: the time of both forms and their ratio.
/// Returns 0, for main.
inline int table(std::initializer_list<int> sizes,
                 const std::function<void(int)> &before,
                 const std::function<void(int)> &after) {
  std::printf("| n | before | after | ratio |\n|---:|---:|---:|---:|\n");
  for (int n : sizes) {
    const double slow = microseconds(before, n);
    const double fast = microseconds(after, n);
    std::printf("| %d | %.1f µs | %.1f µs | %.1f |\n", n, slow, fast,
                slow / fast);
  }
  return 0;
}

} // namespace slowpath::bench

#endif
