// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-object-layout: prints a table of n, before, after, ratio.
#include "tests/bench/Bench.h"

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000}, [](int n) { (void)n; /* before */ },
      [](int n) { (void)n; /* after */ });
}
