#include <iostream>
#include <vector>

template <typename T> std::vector<int> sizesBad(const std::vector<T> &items, const std::vector<int> &weights) {
  std::vector<int> result;
  result.reserve(weights.size());
  for (int weight : weights)
    result.push_back(weight * static_cast<int>(items.size())); // want[safe]: to 'weights.size()' elements
  return result;
}

template <typename T> std::vector<T> FN_dependent(const std::vector<T> &items) {
  std::vector<T> result;
  for (const T &item : items)
    result.push_back(item);
  return result;
}

int main() {
  for (int size : sizesBad(FN_dependent<int>({1, 2}), {3, 4}))
    std::cout << size << '\n';
}
