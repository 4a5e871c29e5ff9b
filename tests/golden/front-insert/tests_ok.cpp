// as: test/queue_test.cpp
// options: slowpath.Tests=false
#include <vector>

void prependOk(const std::vector<int> &items, std::vector<int> &result) {
  for (int item : items)
    result.insert(result.begin(), item);
}
