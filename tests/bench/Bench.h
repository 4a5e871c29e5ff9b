// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_BENCH_BENCH_H
#define SLOWPATH_TESTS_BENCH_BENCH_H

#include <algorithm>
#include <benchmark/benchmark.h>
#include <functional>
#include <initializer_list>

namespace slowpath::bench {

/// Keeps the optimiser from dropping the computation of value.
template <typename T> void keep(const T &value) {
  asm volatile("" : : "g"(&value) : "memory");
}

/// Measures before(n) and after(n), the same work in both forms, for the sizes
/// n with Google Benchmark, and fits their complexity. What of it is printed,
/// the variables of its environment decide (BENCHMARK_FORMAT, …). Returns 0,
/// for main.
inline int table(std::initializer_list<int> sizes,
                 const std::function<void(int)> &before,
                 const std::function<void(int)> &after) {
  const auto add = [&](const char *name, const std::function<void(int)> &work) {
    auto *const each =
        benchmark::RegisterBenchmark(name, [&work](benchmark::State &state) {
          const auto n = static_cast<int>(state.range(0));
          for (auto iteration : state)
            work(n);
          state.SetComplexityN(n);
        });
    for (const int n : sizes)
      each->Arg(n);
    each->Unit(benchmark::kMicrosecond)->UseRealTime()->Complexity();
  };
  add("before", before);
  add("after", after);
  char name[] = "bench";
  char *arguments[] = {name, nullptr};
  int count = 1;
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

} // namespace slowpath::bench

#endif
