// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-retained-memory: n lines are read to count words,
// and then the program goes on to do work that needs as much memory again.
#include "tests/bench/Bench.h"
#include <string>
#include <vector>

namespace {

std::vector<std::string> lines(int n) {
  std::vector<std::string> result;
  for (int i = 0; i < n; ++i)
    result.emplace_back(100, static_cast<char>('a' + i % 26));
  return result;
}

std::size_t work(int n) {
  const std::vector<std::string> all = lines(n);
  std::size_t size = 0;
  for (const std::string &line : all)
    size += line.size();
  return size;
}

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [](int n) {
        std::vector<std::string> read = lines(n);
        std::size_t words = read.size();
        words += work(n);
        slowpath::bench::keep(words);
      },
      [](int n) {
        std::vector<std::string> read = lines(n);
        std::size_t words = read.size();
        read = decltype(read)();
        words += work(n);
        slowpath::bench::keep(words);
      });
}
