// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-copy-at-last-use: n records with two texts and
// eight numbers each.
#include "tests/bench/Bench.h"
#include <string>
#include <utility>
#include <vector>

namespace {

struct Record {
  std::string name, address;
  std::vector<int> marks;
};

Record make(int n) {
  Record record;
  record.name = "a name that is not short: " + std::to_string(n);
  record.address = "an address that is not short: " + std::to_string(n);
  record.marks.assign(8, n);
  return record;
}

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000},
      [](int n) {
        std::vector<Record> records;
        for (int i = 0; i < n; ++i) {
          Record record = make(i);
          records.push_back(record);
        }
        slowpath::bench::keep(records);
      },
      [](int n) {
        std::vector<Record> records;
        for (int i = 0; i < n; ++i) {
          Record record = make(i);
          records.push_back(std::move(record));
        }
        slowpath::bench::keep(records);
      });
}
