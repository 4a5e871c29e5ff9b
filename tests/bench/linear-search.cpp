// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-linear-search: n customer names are looked for
// among n others, half of which are the same.
#include "tests/bench/Bench.h"
#include <string>
#include <unordered_set>
#include <vector>

static std::vector<std::string> names(int from, int n) {
  std::vector<std::string> result;
  result.reserve(static_cast<std::size_t>(n));
  for (int i = from; i < from + n; ++i)
    result.push_back("customer-" + std::to_string(i));
  return result;
}

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000},
      [](int n) {
        const std::vector<std::string> known = names(0, n);
        const std::vector<std::string> asked = names(n / 2, n);
        int count = 0;
        for (const std::string &name : asked)
          if (std::find(known.begin(), known.end(), name) != known.end())
            ++count;
        slowpath::bench::keep(count);
      },
      [](int n) {
        const std::vector<std::string> known = names(0, n);
        const std::vector<std::string> asked = names(n / 2, n);
        int count = 0;
        const std::unordered_set<std::string> knownSet(known.begin(),
                                                       known.end());
        for (const std::string &name : asked)
          if (knownSet.contains(name))
            ++count;
        slowpath::bench::keep(count);
      });
}
