#pragma once
#include <atomic>
#include <vector>

inline void countBad(const std::vector<int> &items, std::atomic<long> &total) {
  // want-note@+1: inside this loop
  long localTotal = 0;
  for (int item : items)
    localTotal += item; // want[review]: 'total' is changed
  total += localTotal;
}
