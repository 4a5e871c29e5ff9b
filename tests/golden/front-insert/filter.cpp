// args: -std=c++17
#include <vector>

void namedBad(std::vector<int> &items, int element) {
  for (auto it = items.begin(); it != items.end();) {
    if (*it == element)
      it = items.erase(it); // want[review]: each erase moves the elements behind it in 'items'
    else
      ++it;
  }
}
