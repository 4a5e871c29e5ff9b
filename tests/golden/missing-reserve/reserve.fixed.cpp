#include <cstdint>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct Point {
  double x, y, z;
};
struct Grid {
  std::vector<int> cells;
  std::vector<int> doubled() const {
    std::vector<int> result;
    result.reserve(cells.size());
    for (int cell : cells) // want-note: inside this loop
      result.push_back(2 * cell); // want[safe]: 'result' grows step by step to 'cells.size()' elements
    return result;
  }
};

std::vector<Point> pointsBad(const std::vector<double> &values) {
  std::vector<Point> points;
  points.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    points.push_back({values[i], 0, 0}); // want[safe]: to 'values.size()' elements
  return points;
}

std::vector<const std::string *> pointersBad(const std::map<int, std::string> &names) {
  std::vector<const std::string *> result;
  std::cout << names.size() << '\n';
  result.reserve(names.size());
  for (auto it = names.begin(); it != names.end(); ++it) {
    const std::string &name = it->second;
    result.emplace_back(&name); // want[safe]: to 'names.size()' elements
  }
  return result;
}

// Two in each iteration.
std::vector<std::uint32_t> edgesBad(std::span<const std::uint32_t> ids) {
  std::vector<std::uint32_t> edges;
  edges.reserve(2 * ids.size());
  for (std::uint32_t id : ids) {
    edges.push_back(id); // want[safe]: to '2 * ids.size()' elements
    if (edges.size() > 100 && edges.back() == 7)
      std::cout << edges[0];
    edges.push_back(id + 1);
  }
  return edges;
}

std::vector<char> textBad(std::string_view text) {
  std::vector<char> result;
  result.reserve(text.size());
  for (char c : text)
    result.push_back(c); // want[safe]: to 'text.size()' elements
  return result;
}

std::vector<int> constantBad() {
  std::vector<int> squares;
  squares.reserve(1000);
  for (int i = 0; i < 1000; ++i)
    squares.push_back(i * i); // want[safe]: to '1000' elements
  return squares;
}

// New in each iteration of the outer loop.
int rowsBad(const std::vector<std::vector<int>> &rows) {
  int sum = 0;
  for (const std::vector<int> &row : rows) {
    std::vector<int> copy;
    copy.reserve(row.size());
    for (int cell : row)
      copy.push_back(cell); // want[safe]: to 'row.size()' elements
    for (int cell : copy)
      sum += cell;
  }
  return sum;
}

std::vector<int> throwingBad(const std::vector<std::string> &texts) {
  std::vector<int> result;
  result.reserve(texts.size());
  for (const std::string &text : texts)
    result.push_back(std::stoi(text)); // want[safe]: to 'texts.size()' elements
  return result;
}

int main() {
  const auto print = [](const auto &values) {
    for (const auto &value : values)
      std::cout << value << ' ';
    std::cout << '\n';
  };
  print(Grid{{1, 2, 3}}.doubled());
  print(Grid{}.doubled());
  for (const Point &point : pointsBad({1, 2, 3}))
    std::cout << point.x << ' ';
  for (const std::string *name : pointersBad({{1, "one"}, {2, "two"}}))
    std::cout << *name << ' ';
  print(edgesBad({}));
  const std::vector<std::uint32_t> ids(90, 7);
  print(edgesBad(ids));
  print(textBad("text"));
  print(constantBad());
  std::cout << rowsBad({{1, 2}, {}, {3}}) << '\n';
  print(throwingBad({"1", "2"}));
  try {
    print(throwingBad({"1", "x"}));
  } catch (const std::exception &) {
    std::cout << "no number\n";
  }
}
