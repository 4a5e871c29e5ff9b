// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-invariant-call: marks the spaces in a text of n
// characters.
#include "tests/bench/Bench.h"
#include <cstring>
#include <string>

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 50000},
      [](int n) {
        const std::string words(n, 'x');
        std::string to(n, ' ');
        const char *text = words.c_str();
        char *marks = to.data();
        for (size_t i = 0; i < strlen(text); ++i)
          marks[i] = text[i] == ' ' ? '^' : ' ';
        slowpath::bench::keep(to);
      },
      [](int n) {
        const std::string words(n, 'x');
        std::string to(n, ' ');
        const char *text = words.c_str();
        char *marks = to.data();
        const auto length = strlen(text);
        for (size_t i = 0; i < length; ++i)
          marks[i] = text[i] == ' ' ? '^' : ' ';
        slowpath::bench::keep(to);
      });
}
