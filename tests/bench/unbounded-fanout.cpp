// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-unbounded-fanout: n tasks of about a microsecond.
#include "tests/bench/Bench.h"
#include <atomic>
#include <thread>
#include <vector>

namespace {

void task() {
  for (int i = 0; i < 1000; ++i)
    slowpath::bench::keep(i);
}

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 4000},
      [](int n) {
        std::vector<std::thread> threads;
        for (int i = 0; i < n; ++i)
          threads.emplace_back(task);
        for (std::thread &thread : threads)
          thread.join();
      },
      [](int n) {
        std::atomic<int> next = 0;
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
          workers.emplace_back([&] {
            while (next++ < n)
              task();
          });
      });
}
