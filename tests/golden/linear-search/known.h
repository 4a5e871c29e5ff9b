#pragma once
#include <algorithm>
#include <vector>

inline int countKnown(const std::vector<int> &items, const std::vector<int> &known) {
  int count = 0;
  for (int item : items)
    if (std::find(known.begin(), known.end(), item) != known.end()) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}
