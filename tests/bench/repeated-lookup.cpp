// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-repeated-lookup: n words, each counted in a map of
// n / 4 words.
#include "tests/bench/Bench.h"
#include <map>
#include <string>
#include <vector>

namespace {

std::vector<std::string> words(int n) {
  std::vector<std::string> result;
  for (int i = 0; i < n; ++i)
    result.push_back("the word number " + std::to_string(i * 7919L % n / 4));
  return result;
}

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [](int n) {
        static std::vector<std::string> text;
        if (static_cast<int>(text.size()) != n)
          text = words(n);
        std::map<std::string, int> counts;
        for (const std::string &word : text) {
          if (counts.count(word))
            counts[word] += 1;
          else
            counts[word] = 1;
        }
        slowpath::bench::keep(counts);
      },
      [](int n) {
        static std::vector<std::string> text;
        if (static_cast<int>(text.size()) != n)
          text = words(n);
        std::map<std::string, int> counts;
        for (const std::string &word : text) {
          const auto [it, isNew] = counts.try_emplace(word, 1);
          if (!isNew)
            it->second += 1;
        }
        slowpath::bench::keep(counts);
      });
}
