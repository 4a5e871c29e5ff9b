#pragma once
#include <vector>

inline std::vector<int> doubled(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items)
    result.push_back(2 * item); // want[safe]: to 'items.size()' elements
  return result;
}
