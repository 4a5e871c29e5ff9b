// args: -std=c++11
#include <iostream>
#include <map>
#include <string>

int atBad(const std::map<std::string, int> &ages, const std::string &name) {
  auto it = ages.find(name);
  if (it != ages.end()) {
    return it->second; // want[safe]: 'ages.at(name)'
  }
  return -1;
}

// No place for a declaration.
int elseBad(const std::map<int, int> &ages, int key, bool none) {
  if (none)
    return 0;
  else if (ages.count(key))
    return ages.at(key); // want[advice]: 'ages.at(key)'
  return -1;
}

int defaultBad(std::map<int, int> ages, int key) {
  ages.insert({key, 7}); // want[safe]: 'ages[key]'
  return ages.size();
}

int main() {
  const std::map<std::string, int> ages = {{"ann", 3}};
  std::cout << atBad(ages, "ann") << atBad(ages, "bob")
            << defaultBad({{1, 1}}, 1) << defaultBad({{1, 1}}, 2);
}
