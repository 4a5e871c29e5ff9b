// args: -std=c++17
#include <algorithm>
#include <vector>

void namedBad(std::vector<int> &items, int element) {
  items.erase(std::remove_if(items.begin(), items.end(), [&](const auto &each) { return each == element; }), items.end());
}
