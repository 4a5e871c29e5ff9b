#include <algorithm>
#include <iostream>
#include <list>
#include <map>
#include <numeric>
#include <string>
#include <vector>

double sharesBad(const std::vector<double> &values) {
  double largest = 0;
  for (const double value : values)
    largest = std::max(largest, value / std::accumulate(values.begin(), values.end(), 0.0)); // want[review]: goes through 'values'
  return largest;
}

std::vector<double> scaledBad(const std::vector<double> &values) {
  std::vector<double> result;
  for (const double value : values)
    result.push_back(value / *std::max_element(values.begin(), values.end())); // want[review]: goes through 'values'
  return result;
}

void sortedBad(std::vector<int> &items, const std::vector<int> &ranks) {
  std::vector<int> order(items.begin(), items.end());
  for (const int rank : ranks) {
    std::sort(order.begin(), order.end()); // want[review]: sorts 'order'
    items.push_back(order[rank]);
  }
}

// The project's own.
int total(const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items)
    sum += item;
  return sum;
}

int aboveShareBad(const std::vector<int> &items) {
  int count = 0;
  for (const int item : items)
    if (item * 10 > total(items)) // want[review]: 'total(items)' goes through its data, once per iteration
      ++count;
  return count;
}

class Table {
public:
  explicit Table(std::vector<std::string> rows) : Rows(std::move(rows)) {}
  int width() const {
    size_t width = 0;
    for (const std::string &row : Rows)
      width = std::max(width, row.size());
    return static_cast<int>(width);
  }
  std::string padded() const {
    std::string text;
    for (const std::string &row : Rows) {
      const int missing = width() - static_cast<int>(row.size()); // want[review]: 'width()' goes through its data
      text += row;
      text.append(missing, ' ');
    }
    return text;
  }

private:
  std::vector<std::string> Rows;
};

int ruleBad(const Table &table) {
  int sum = 0;
  for (int i = 0; i < table.width(); ++i) // want[review]: 'table.width()' goes through its data
    sum += i;
  return sum;
}

int main() {
  std::cout << sharesBad({}) << sharesBad({1, 2, 5}) << '\n';
  for (const double value : scaledBad({1, 2, 4}))
    std::cout << value << ' ';
  std::vector<int> items = {3, 1, 2};
  sortedBad(items, {0, 1, 2});
  std::cout << items.back() << aboveShareBad(items) << '\n';
  const Table table({"a", "bcd", ""});
  std::cout << table.padded() << '|' << ruleBad(table) << '\n';
}
