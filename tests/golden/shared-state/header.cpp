#include "counters.h"

long sum(const std::vector<int> &items) {
  std::atomic<long> total = 0;
  countBad(items, total);
  return total;
}
