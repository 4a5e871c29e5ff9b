#include <iostream>
#include <string>
#include <utility>
#include <vector>

template <typename T> void namesBad(std::vector<std::string> &names, const std::vector<T> &items) {
  for (int i = 0; i < static_cast<int>(items.size()); ++i) { // want-note: inside this loop
    std::string name = "name" + std::to_string(i);
    names.push_back(std::move(name)); // want[safe]: 'name' is copied
  }
}

template <typename T> void FN_dependent(std::vector<T> &kept, const std::vector<T> &items) {
  for (const T &item : items) {
    T copy = item;
    copy.resize(3);
    kept.push_back(copy);
  }
}

int main() {
  std::vector<std::string> names;
  namesBad(names, std::vector<int>(2));
  FN_dependent(names, {"abcdef"});
  for (const std::string &name : names)
    std::cout << name << "\n";
}
