// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-materialized-range: the keys of a hash map of n
// entries are walked over once, from a copy of them or in the map.
#include "tests/bench/Bench.h"
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using Ages = std::unordered_map<std::string, int>;

const Ages &ages(int n) {
  static Ages all;
  if (static_cast<int>(all.size()) != n) {
    all.clear();
    for (int i = 0; i < n; ++i)
      all.emplace("the name of the entry " + std::to_string(i), i);
  }
  return all;
}

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [](int n) {
        std::vector<std::string> names;
        for (const auto &each : ages(n))
          names.push_back(each.first);
        std::size_t length = 0;
        for (const std::string &name : names)
          length += name.size();
        slowpath::bench::keep(length);
      },
      [](int n) {
        std::size_t length = 0;
        for (const auto &each : ages(n))
          length += each.first.size();
        slowpath::bench::keep(length);
      });
}
