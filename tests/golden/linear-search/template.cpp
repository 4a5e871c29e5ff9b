#include <algorithm>
#include <string>
#include <vector>

template <typename T> int knownBad(const std::vector<T> &items, const std::vector<std::string> &names) {
  int count = 0;
  for (const T &item : items) {
    const std::string &name = item.name;
    if (std::find(names.begin(), names.end(), name) != names.end()) // want[review]: 'names' is searched from its beginning for 'name'
      ++count;
  }
  return count;
}

// What is called depends on T.
template <typename T> int FN_dependent(const std::vector<T> &items, const std::vector<T> &others) {
  int count = 0;
  for (const T &item : items)
    if (std::find(others.begin(), others.end(), item) != others.end())
      ++count;
  return count;
}

struct Person {
  std::string name;
};
int use(const std::vector<Person> &people, const std::vector<std::string> &names) {
  return knownBad(people, names) + FN_dependent(names, names);
}
