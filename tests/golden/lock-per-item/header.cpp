#include "sums.h"

long sum(const std::vector<int> &items) {
  long total = 0;
  std::mutex mutex;
  sumBad(items, total, mutex);
  return total;
}
