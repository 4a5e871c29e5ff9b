// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_DATABASES_PROGRAM_H
#define SLOWPATH_TESTS_DATABASES_PROGRAM_H

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace slowpath::databases {

/// What a program is asked to run: `program N before|after`.
struct Asked {
  int n = 0;
  bool isAfter = false;
};

inline Asked parseArguments(int argc, char **argv) {
  Asked asked;
  bool isRight = argc == 3;
  if (isRight) {
    const std::string_view n = argv[1];
    const std::string_view mode = argv[2];
    isRight = std::from_chars(n.begin(), n.end(), asked.n).ptr == n.end() &&
              asked.n > 0 && (mode == "before" || mode == "after");
    asked.isAfter = mode == "after";
  }
  if (!isRight) {
    std::fprintf(stderr, "usage: %s N before|after\n", argv[0]);
    std::exit(2);
  }
  return asked;
}

/// 1 to n.
inline std::vector<int> numbers(int n) {
  std::vector<int> all(static_cast<std::size_t>(n));
  std::iota(all.begin(), all.end(), 1);
  return all;
}

/// "prefix 1" to "prefix n".
inline std::vector<std::string> texts(const std::string &prefix, int n) {
  std::vector<std::string> all;
  for (int number : numbers(n))
    all.push_back(prefix + std::to_string(number));
  return all;
}

} // namespace slowpath::databases

#endif
