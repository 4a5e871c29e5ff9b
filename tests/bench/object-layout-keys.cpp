// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A further cost of slowpath-object-layout: n sums by one of eight kinds, in a
// map before and in an array after.
#include "tests/bench/Bench.h"
#include <array>
#include <map>
#include <vector>

namespace {

enum class Kind { A, B, C, D, E, F, G, H };
constexpr unsigned kinds = 8;

} // namespace

int main() {
  std::vector<Kind> items;
  for (unsigned i = 0; i < 100000; ++i)
    items.push_back(static_cast<Kind>(i * 2654435761U >> 29U));
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [&](int n) {
        std::map<Kind, long> sums;
        for (int i = 0; i < n; ++i)
          sums[items[static_cast<unsigned>(i)]] += i;
        slowpath::bench::keep(sums);
      },
      [&](int n) {
        std::array<long, kinds> sums{};
        for (int i = 0; i < n; ++i)
          sums[static_cast<unsigned>(items[static_cast<unsigned>(i)])] += i;
        slowpath::bench::keep(sums);
      });
}
