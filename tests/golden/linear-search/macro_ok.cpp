#include <algorithm>
#include <cassert>
#include <vector>

#define CONTAINS(v, x) (std::find((v).begin(), (v).end(), (x)) != (v).end())

int macroOk(const std::vector<int> &items, const std::vector<int> &known) {
  int count = 0;
  for (int item : items)
    if (CONTAINS(known, item))
      ++count;
  return count;
}

void assertOk(const std::vector<int> &items, const std::vector<int> &known) {
  for (int item : items)
    assert(std::find(known.begin(), known.end(), item) != known.end());
}
