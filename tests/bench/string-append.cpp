// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-string-append: n words of 20 characters.
#include "tests/bench/Bench.h"
#include <string>

int main() {
  const std::string word(20, 'x');
  return slowpath::bench::table(
      {10, 100, 1000, 10000},
      [&](int n) {
        std::string text;
        for (int i = 0; i < n; ++i)
          text = text + word;
        slowpath::bench::keep(text);
      },
      [&](int n) {
        std::string text;
        for (int i = 0; i < n; ++i)
          text += word;
        slowpath::bench::keep(text);
      });
}
