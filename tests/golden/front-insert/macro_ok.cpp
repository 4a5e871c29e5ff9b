#include <vector>

#define PREPEND(items, item) items.insert(items.begin(), item)

void macroOk(const std::vector<int> &from, std::vector<int> &items) {
  for (int item : from)
    PREPEND(items, item);
}
