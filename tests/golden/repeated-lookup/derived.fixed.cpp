#include <iostream>
#include <map>

struct Ages : std::map<int, int> {
  int oldest() const { return 0; }
};

int derivedBad(Ages ages, int key) {
  auto it = ages.find(key);
  return it != ages.end() ? it->second : 0; // want[safe]: 'ages[key]'
}

int main() {
  Ages ages;
  ages[1] = 2;
  std::cout << derivedBad(ages, 1) << derivedBad(ages, 2);
}
