// args: -std=c++20
#include <algorithm>
#include <array>
#include <forward_list>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

std::vector<int> load();

// How many there are is not known.
std::vector<int> someOk(const std::vector<int> &items) {
  std::vector<int> result;
  std::copy_if(items.begin(), items.end(), std::back_inserter(result), [](int item) { return item > 0; });
  return result;
}
std::vector<int> listOk(const std::forward_list<int> &items) {
  std::vector<int> result;
  std::copy(items.begin(), items.end(), std::back_inserter(result));
  return result;
}
std::vector<int> partOk(const std::vector<int> &items) {
  std::vector<int> result;
  std::copy(items.begin() + 1, items.end(), std::back_inserter(result));
  return result;
}
std::vector<int> loadedOk() {
  std::vector<int> result;
  std::ranges::copy(load(), std::back_inserter(result));
  return result;
}
// A few.
std::vector<int> arrayOk(const std::array<int, 4> &items) {
  std::vector<int> result;
  std::copy(items.begin(), items.end(), std::back_inserter(result));
  return result;
}

// There is room, or none to reserve.
std::vector<int> reservedOk(const std::vector<int> &items) {
  std::vector<int> result;
  result.reserve(items.size());
  std::copy(items.begin(), items.end(), std::back_inserter(result));
  return result;
}
std::deque<int> dequeOk(const std::vector<int> &items) {
  std::deque<int> result;
  std::copy(items.begin(), items.end(), std::back_inserter(result));
  return result;
}
std::vector<int> writtenOk(const std::vector<int> &items, std::vector<int> result) {
  std::copy(items.begin(), items.end(), result.begin());
  return result;
}
// What strings cost is to make them.
std::vector<std::string> stringsOk(const std::vector<std::string> &items) {
  std::vector<std::string> result;
  std::copy(items.begin(), items.end(), std::back_inserter(result));
  return result;
}

// To reserve exactly what comes next, again and again, makes it quadratic.
std::vector<int> againOk(const std::vector<std::vector<int>> &rows) {
  std::vector<int> result;
  for (const std::vector<int> &row : rows)
    std::transform(row.begin(), row.end(), std::back_inserter(result), [](int cell) { return 2 * cell; });
  return result;
}
// Itself.
void twiceOk() {
  std::vector<int> items = load();
  std::transform(items.begin(), items.end(), std::back_inserter(items), [](int item) { return 2 * item; });
}
// The value of the call is used.
void usedOk(const std::vector<int> &items) {
  std::vector<int> result;
  auto end = std::copy(items.begin(), items.end(), std::back_inserter(result));
  *end = 1;
}
