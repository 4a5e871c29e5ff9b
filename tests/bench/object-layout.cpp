// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-object-layout: a walk over n objects, of 40 bytes
// before and of 24 after.
#include "tests/bench/Bench.h"
#include <vector>

namespace {

struct Padded {
  bool open = true;
  double price = 1;
  bool paid = false;
  long amount = 1;
  short kind = 0;
};
static_assert(sizeof(Padded) == 40);

struct Ordered {
  double price = 1;
  long amount = 1;
  bool open = true;
  bool paid = false;
  short kind = 0;
};
static_assert(sizeof(Ordered) == 24);

template <typename T> double sumOf(const std::vector<T> &items, int n) {
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const T &item = items[static_cast<unsigned>(i)];
    if (item.open && !item.paid)
      sum += item.price * static_cast<double>(item.amount);
  }
  return sum;
}

} // namespace

int main() {
  const std::vector<Padded> padded(10000000);
  const std::vector<Ordered> ordered(10000000);
  return slowpath::bench::table(
      {1000, 10000, 100000, 1000000, 10000000},
      [&](int n) { slowpath::bench::keep(sumOf(padded, n)); },
      [&](int n) { slowpath::bench::keep(sumOf(ordered, n)); });
}
