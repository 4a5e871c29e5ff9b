// args: -std=c++20
#include <algorithm>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <string>
#include <vector>

std::vector<int> copyBad(const std::vector<int> &items) {
  std::vector<int> result;
  result.insert(result.end(), items.begin(), items.end()); // want[safe]: 'result' grows step by step by 'items.size()' elements, and copies them each time its memory is full // want-advice: result.insert(result.end(), items.begin(), items.end())
  return result;
}
// Not empty, and in a loop: it grows by more than what is inserted.
std::vector<int> flattenedBad(const std::vector<std::list<int>> &rows) {
  std::vector<int> result = {0};
  for (const std::list<int> &row : rows)
    result.insert(result.end(), row.cbegin(), row.cend()); // want[safe]: by 'row.size()' elements
  return result;
}
struct Named {
  std::vector<double> values;
};
std::vector<double> rangesBad(const Named &named) {
  std::vector<double> result;
  result.insert(result.end(), named.values.begin(), named.values.end()); // want[safe]: by 'named.values.size()' elements // want-advice: result.insert(result.end(), named.values.begin(), named.values.end())
  return result;
}
std::vector<int> transformBad(const std::map<std::string, int> &counts) {
  std::vector<int> result;
  result.reserve(counts.size());
  std::transform(counts.begin(), counts.end(), std::back_inserter(result), [](const auto &each) { return each.second; }); // want[safe]: by 'counts.size()' elements // want-advice: result.reserve(counts.size());
  return result;
}
std::vector<long> rangesTransformBad(const std::vector<int> &items) {
  std::vector<long> result;
  result.reserve(items.size());
  std::ranges::transform(items, std::back_inserter(result), [](int item) { return 2L * item; }); // want[safe]: by 'items.size()' elements // want-advice: result.reserve(items.size());
  return result;
}

int main() {
  const auto print = [](const auto &values) {
    for (const auto &value : values)
      std::cout << value << ' ';
    std::cout << '\n';
  };
  print(copyBad({1, 2, 3}));
  print(copyBad({}));
  print(flattenedBad({{1, 2}, {}, {3}}));
  print(rangesBad({{1.5, 2.5}}));
  print(transformBad({{"one", 1}, {"two", 2}}));
  print(rangesTransformBad({1, 2}));
}
