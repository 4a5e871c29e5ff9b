#include <vector>

// What the container is, is not known in the pattern.
template <typename Container, typename T>
void templateOk(Container &items, const std::vector<T> &from) {
  for (const T &item : from)
    items.insert(items.begin(), item);
}

void useOk(std::vector<int> &items) { templateOk(items, items); }
