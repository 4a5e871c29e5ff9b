#include <mutex>
#include <vector>

#define LOCKED(mutex) std::lock_guard<std::mutex> lock(mutex)
#define FOR_EACH(item, items) for (int item : items)

std::mutex mutex;
long total = 0;

// Written by the macro.
void guardOk(const std::vector<int> &items) {
  for (int item : items) {
    LOCKED(mutex);
    total += item;
  }
}

void loopBad(const std::vector<int> &items) {
  // want-note@+1: inside this loop
  FOR_EACH(item, items) {
    std::lock_guard<std::mutex> lock(mutex); // want[advice]: 'mutex' is locked
    total += item;
  }
}
