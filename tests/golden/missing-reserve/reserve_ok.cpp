#include <deque>
#include <forward_list>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

int next();
void fill(std::vector<int> &items);
void look(const std::vector<int> &items);
std::vector<int> load();

// There is room.
std::vector<int> reservedOk(const std::vector<int> &items) {
  std::vector<int> result;
  result.reserve(items.size());
  for (int item : items)
    result.push_back(item);
  return result;
}

// What strings and other owners cost is to make them.
std::vector<std::string> stringsOk(const std::vector<std::string> &items) {
  std::vector<std::string> result;
  for (const std::string &item : items)
    result.push_back(item + "!");
  return result;
}
std::vector<std::unique_ptr<int>> ownersOk(const std::vector<int> &items) {
  std::vector<std::unique_ptr<int>> result;
  for (int item : items)
    result.push_back(std::make_unique<int>(item));
  return result;
}

// Others have nothing to reserve, or gain nothing.
std::deque<int> dequeOk(const std::vector<int> &items) {
  std::deque<int> result;
  for (int item : items)
    result.push_back(item);
  return result;
}
std::unordered_map<int, int> mapOk(const std::vector<int> &items) {
  std::unordered_map<int, int> result;
  for (int item : items)
    result.emplace(item, 1);
  return result;
}
std::vector<bool> bitsOk(const std::vector<int> &items) {
  std::vector<bool> result;
  for (int item : items)
    result.push_back(item > 0);
  return result;
}

// Not in every iteration.
std::vector<int> someOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items)
    if (item > 0)
      result.push_back(item);
  return result;
}
std::vector<int> skippedOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    if (item < 0)
      continue;
    result.push_back(item);
  }
  return result;
}
std::vector<int> untilOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    if (item == 0)
      break;
    result.push_back(item);
  }
  return result;
}
std::vector<int> someTwiceOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    result.push_back(item);
    if (item > 0)
      result.push_back(-item);
  }
  return result;
}

// How many there are is not known before.
std::vector<int> listOk(const std::forward_list<int> &items) {
  std::vector<int> result;
  for (int item : items)
    result.push_back(item);
  return result;
}
std::vector<int> loadedOk() {
  std::vector<int> result;
  for (int item : load())
    result.push_back(item);
  return result;
}
std::vector<int> changingOk(std::vector<int> items) {
  std::vector<int> result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] > 3)
      items.push_back(items[i] / 2);
    result.push_back(items[i]);
  }
  return result;
}
std::vector<int> limitOk(int n) {
  std::vector<int> result;
  for (int i = 0; i < n; ++i) {
    n = next();
    result.push_back(i);
  }
  return result;
}
std::vector<int> stridesOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (std::size_t i = 0; i < items.size(); i += 2)
    result.push_back(items[i]);
  for (std::size_t i = 7; i < items.size(); ++i)
    result.push_back(items[i]);
  return result;
}
std::vector<int> fewOk() {
  std::vector<int> result;
  for (int i = 0; i < 8; ++i)
    result.push_back(i);
  return result;
}

// To reserve in an outer loop exactly what is there now makes it quadratic.
std::vector<int> flattenedOk(const std::vector<std::vector<int>> &rows) {
  std::vector<int> result;
  for (const std::vector<int> &row : rows)
    for (int cell : row)
      result.push_back(cell);
  return result;
}

// The container may not be empty, or be changed by others.
std::vector<int> filledOk(const std::vector<int> &items) {
  std::vector<int> result;
  fill(result);
  for (int item : items)
    result.push_back(item);
  return result;
}
std::vector<int> copiedOk(const std::vector<int> &items) {
  std::vector<int> result(items);
  for (int item : items)
    result.push_back(item);
  return result;
}
std::vector<int> handedOutOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    result.push_back(item);
    fill(result);
  }
  return result;
}
std::vector<int> clearedOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    result.push_back(item);
    if (result.size() == 3)
      result.clear();
  }
  return result;
}
std::size_t capacityOk(const std::vector<int> &items) {
  std::vector<int> result;
  std::size_t grown = 0;
  for (int item : items) {
    const std::size_t before = result.capacity();
    result.push_back(item);
    if (result.capacity() != before)
      ++grown;
  }
  return grown;
}
void parameterOk(const std::vector<int> &items, std::vector<int> &result) {
  for (int item : items)
    result.push_back(item);
}

// A class of its own that is called the same.
struct Stack {
  int values[64];
  int used = 0;
  void push_back(int value) { values[used++] = value; }
  void reserve(std::size_t) {}
};
Stack ownClassOk(const std::vector<int> &items) {
  Stack result;
  for (int item : items)
    result.push_back(item);
  return result;
}

std::vector<int> jumpsOk(const std::vector<int> &items) {
  std::vector<int> result;
again:
  for (int item : items)
    result.push_back(item);
  if (next() > 0)
    goto again;
  return result;
}
