// args: -std=c++17
#include <functional>
#include <iostream>
#include <map>

// The pointers may be one.
int pointersBad(std::map<int, int> *ages, std::map<int, int> *others, int key) {
  if (ages->count(key)) {
    others->clear();
    return ages->at(key); // want[review]: 'ages->at(key)'
  }
  return 0;
}

// What a callable does is not known.
int callableBad(std::map<int, int> &ages, int key, const std::function<void()> &done) {
  if (ages.count(key)) {
    done();
    return ages.at(key); // want[advice]: 'ages.at(key)'
  }
  return 0;
}

int lambdaBad(const std::map<int, int> &ages, int key) {
  int calls = 0;
  const auto count = [&] { ++calls; };
  if (ages.count(key)) {
    count();
    return ages.at(key) + calls; // want[safe]: 'ages.at(key)'
  }
  return 0;
}

int main() {
  std::cout << lambdaBad({{1, 2}}, 1) << lambdaBad({{1, 2}}, 2) << "\n";
}
