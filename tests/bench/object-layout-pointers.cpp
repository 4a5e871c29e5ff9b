// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A further cost of slowpath-object-layout: n objects of 16 bytes are made and
// added up, each allocated on its own before, side by side after.
#include "tests/bench/Bench.h"
#include <memory>
#include <vector>

namespace {

struct Point {
  double x = 0;
  double y = 0;
};

} // namespace

int main() {
  return slowpath::bench::table(
      {10, 100, 1000, 10000, 100000, 1000000},
      [](int n) {
        std::vector<std::unique_ptr<Point>> points;
        for (int i = 0; i < n; ++i) {
          points.push_back(std::make_unique<Point>());
          points.back()->x = i;
        }
        double sum = 0;
        for (const auto &point : points)
          sum += point->x;
        slowpath::bench::keep(sum);
      },
      [](int n) {
        std::vector<Point> points;
        for (int i = 0; i < n; ++i)
          points.emplace_back().x = i;
        double sum = 0;
        for (const Point &point : points)
          sum += point.x;
        slowpath::bench::keep(sum);
      });
}
