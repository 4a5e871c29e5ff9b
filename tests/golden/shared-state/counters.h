#pragma once
#include <atomic>
#include <vector>

inline void countBad(const std::vector<int> &items, std::atomic<long> &total) {
  // want-note@+1: inside this loop
  for (int item : items)
    total += item; // want[review]: 'total' is changed
}
