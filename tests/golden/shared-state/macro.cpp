#include <atomic>
#include <memory>
#include <vector>

#define COUNT(counter) ++counter
#define FOR_EACH(item, items) for (int item : items)

std::atomic<int> count = 0;

// Written by the macro.
void macroOk(const std::vector<int> &items) {
  for (int item : items)
    if (item > 0)
      COUNT(count);
}

void loopBad(const std::vector<int> &items) {
  // want-note@+1: inside this loop
  FOR_EACH(item, items)
    count += item; // want[advice]: 'count' is changed
}
