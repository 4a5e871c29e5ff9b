// args: -std=c++17
#include <algorithm>
#include <map>
#include <vector>

int clearedOk(std::map<int, int> &ages, int key) {
  const auto clear = [&] { ages.clear(); };
  if (ages.count(key)) {
    clear();
    return ages.count(key) ? 1 : 0;
  }
  return 0;
}

int clearedThenAskedOk(std::map<int, int> &ages, int key) {
  const auto clear = [&] { ages.clear(); };
  if (ages.count(key)) {
    clear();
    return ages[key];
  }
  return 0;
}

int otherKeyOk(const std::map<int, int> &ages, int key) {
  const auto next = [&] { ++key; };
  if (ages.count(key)) {
    next();
    return ages.at(key);
  }
  return 0;
}

int erasedByAlgorithmOk(std::map<int, int> &ages, const std::vector<int> &gone, int key) {
  if (ages.count(key)) {
    std::for_each(gone.begin(), gone.end(), [&](int each) { ages.erase(each); });
    return ages[key];
  }
  return 0;
}
