#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

namespace {

int countEven(const std::vector<int> &items) {
  int count = 0;
  for (int item : items)
    if (item % 2 == 0)
      ++count;
  return count;
}

long power(long base, unsigned exponent) {
  if (exponent == 0)
    return 1;
  if (exponent % 2 == 1)
    return base * power(base, exponent - 1);
  return power(base, exponent / 2) * power(base, exponent / 2); // want[safe]: 'power(base, exponent / 2)' is computed again
}

int keptBad(const std::vector<int> &items) {
  const int even = countEven(items);
  if (even == 0)
    return -1;
  return 100 * countEven(items) + even; // want[safe]: 'countEven(items)' is computed again, though nothing it depends on has changed
}

int conditionBad(const std::vector<int> &items) {
  if (countEven(items) > 2)
    return countEven(items); // want[safe]: 'countEven(items)' is computed again
  return 0;
}

int threeTimesBad(const std::vector<int> &items) {
  int sum = countEven(items) + 1;
  sum += countEven(items); // want[safe]: computed again
  // want-note@+1: and here again
  sum += 2 * countEven(items);
  return sum;
}

class Table {
public:
  explicit Table(std::vector<int> values) : values_(std::move(values)) {}
  int total() const {
    int sum = 0;
    for (std::size_t i = 0; i < values_.size(); ++i)
      sum += values_[i];
    return sum;
  }
  int averageBad() const {
    if (total() == 0)
      return 0;
    return total() / static_cast<int>(values_.size()); // want[safe]: 'total()' is computed again
  }
  void add(int value) { values_.push_back(value); }

private:
  std::vector<int> values_;
};

int objectBad(const Table &table) {
  return table.total() > 10 ? table.total() : 10; // want[safe]: 'table.total()' is computed again
}

void printed(const std::vector<int> &items) {
  std::cout << countEven(items) << '\n';
  std::cout << countEven(items) + 1 << '\n'; // want[safe]: computed again
}

int guardedBad(const std::vector<int> *items) {
  if (items && countEven(*items) > 1)
    return countEven(*items); // want[advice]: computed again
  return 0;
}

} // namespace

int main() {
  for (unsigned i = 0; i < 10; ++i)
    std::cout << power(2, i) << ' ';
  const std::vector<std::vector<int>> inputs = {{}, {1}, {2}, {2, 4, 6, 7, 8}};
  for (const auto &items : inputs) {
    std::cout << keptBad(items) << ' ' << conditionBad(items) << ' '
              << threeTimesBad(items) << ' ' << Table(items).averageBad() << ' '
              << objectBad(Table(items)) << ' ' << guardedBad(&items) << '\n';
    printed(items);
  }
}
