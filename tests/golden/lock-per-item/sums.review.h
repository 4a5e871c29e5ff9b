#pragma once
#include <mutex>
#include <vector>

inline void sumBad(const std::vector<int> &items, long &total, std::mutex &mutex) {
  // want-note@+1: inside this loop
  std::lock_guard<std::mutex> lock(mutex);
  for (int item : items) {
    // want[review]: 'mutex' is locked
    total += item;
  }
}
