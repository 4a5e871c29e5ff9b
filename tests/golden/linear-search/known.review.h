#pragma once
#include <algorithm>
#include <unordered_set>
#include <vector>

inline int countKnown(const std::vector<int> &items, const std::vector<int> &known) {
  int count = 0;
  const std::unordered_set<int> knownSet(known.begin(), known.end());
  for (int item : items)
    if (knownSet.contains(item)) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}
