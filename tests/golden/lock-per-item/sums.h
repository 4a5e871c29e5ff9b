#pragma once
#include <mutex>
#include <vector>

inline void sumBad(const std::vector<int> &items, long &total, std::mutex &mutex) {
  // want-note@+1: inside this loop
  for (int item : items) {
    std::lock_guard<std::mutex> lock(mutex); // want[review]: 'mutex' is locked
    total += item;
  }
}
