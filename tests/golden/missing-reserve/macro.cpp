#include <vector>

#define FOR_ALL(x, items) for (auto x : items)

std::vector<int> macroBad(const std::vector<int> &items) {
  std::vector<int> result;
  FOR_ALL(item, items)
    result.push_back(item); // want[advice]: to 'items.size()' elements
  return result;
}
