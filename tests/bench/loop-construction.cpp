// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-loop-construction: n texts matched.
#include "tests/bench/Bench.h"
#include <regex>
#include <string>
#include <vector>

static std::vector<std::string> textsOf(int n) {
  std::vector<std::string> texts;
  for (int i = 0; i < n; ++i)
    texts.push_back("item-" + std::to_string(i));
  return texts;
}

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000},
      [](int n) {
        int found = 0;
        for (const std::string &text : textsOf(n)) {
          const std::regex item("^([a-z]+)-([0-9]+)$");
          found += std::regex_match(text, item) ? 1 : 0;
        }
        slowpath::bench::keep(found);
      },
      [](int n) {
        int found = 0;
        const std::regex item("^([a-z]+)-([0-9]+)$");
        for (const std::string &text : textsOf(n))
          found += std::regex_match(text, item) ? 1 : 0;
        slowpath::bench::keep(found);
      });
}
