#include <vector>

#define FOR_ALL(x, items) for (auto x : items)
#define ADD(items, x) items.push_back(x)

std::vector<int> macroOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items)
    ADD(result, item);
  return result;
}
