// Loops in loops, and between two iterators.
#include <array>
#include <iostream>
#include <iterator>
#include <vector>

struct Cell {
  int x, y;
};

std::vector<Cell> pairsBad(const std::vector<int> &rows, const std::vector<int> &columns) {
  std::vector<Cell> cells;
  // want-note@+1: inside this loop
  cells.reserve(rows.size() * columns.size());
  for (int row : rows)
    for (int column : columns)
      cells.push_back({row, column}); // want[safe]: 'cells' grows step by step to 'rows.size() * columns.size()' elements
  return cells;
}

// A few of each, and two in each iteration.
std::vector<int> cornersBad(const std::vector<int> &items) {
  std::vector<int> result;
  result.reserve(2 * items.size() * 3);
  for (std::size_t i = 0; i < items.size(); ++i)
    for (int k = 0; k < 3; ++k) {
      result.push_back(items[i] + k); // want[safe]: to '2 * items.size() * 3' elements
      result.push_back(items[i] - k);
    }
  return result;
}

struct Matrix {
  std::vector<int> rows;
  std::vector<int> columns;
  std::vector<Cell> cells() const {
    std::vector<Cell> result;
    result.reserve(rows.size() * columns.size());
    for (int row : rows) {
      const int x = 2 * row;
      for (int column : columns)
        result.push_back({x, column}); // want[safe]: to 'rows.size() * columns.size()' elements
    }
    return result;
  }
};

std::vector<int> rangeBad(std::vector<int>::const_iterator first, std::vector<int>::const_iterator last) {
  std::vector<int> result;
  result.reserve(last - first);
  for (auto it = first; it != last; ++it)
    result.push_back(2 * *it); // want[safe]: to 'last - first' elements
  return result;
}

std::vector<int> pointersBad(const int *begin, const int *end) {
  std::vector<int> result;
  result.reserve(2 * (end - begin));
  for (const int *p = begin; p != end; ++p) {
    result.push_back(*p); // want[safe]: to '2 * (end - begin)' elements
    result.push_back(-*p);
  }
  return result;
}

int main() {
  const auto print = [](const std::vector<int> &values) {
    for (int value : values)
      std::cout << value << ' ';
    std::cout << '\n';
  };
  const auto show = [](const std::vector<Cell> &cells) {
    for (const Cell &cell : cells)
      std::cout << cell.x << ',' << cell.y << ' ';
    std::cout << '\n';
  };
  const std::vector<int> items = {1, 2, 3};
  show(pairsBad(items, {4, 5}));
  show(pairsBad(items, {}));
  print(cornersBad(items));
  show(Matrix{items, {1, 2}}.cells());
  print(rangeBad(items.begin(), items.end()));
  print(pointersBad(items.data(), items.data() + items.size()));
  print(pointersBad(nullptr, nullptr));
}
