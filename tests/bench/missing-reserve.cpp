// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-missing-reserve: n structures of 64 bytes.
#include "tests/bench/Bench.h"
#include <vector>

namespace {

struct Sample {
  double values[8];
};

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [](int n) {
        std::vector<Sample> samples;
        for (int i = 0; i < n; ++i)
          samples.push_back({{static_cast<double>(i)}});
        slowpath::bench::keep(samples);
      },
      [](int n) {
        std::vector<Sample> samples;
        samples.reserve(static_cast<std::size_t>(n));
        for (int i = 0; i < n; ++i)
          samples.push_back({{static_cast<double>(i)}});
        slowpath::bench::keep(samples);
      });
}
