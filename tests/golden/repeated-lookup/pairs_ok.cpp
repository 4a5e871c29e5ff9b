// args: -std=c++11
#include <map>
#include <set>
#include <string>
#include <vector>

// Without `try_emplace`, the list is copied each time.
void pairOk(std::map<std::string, std::vector<int>> &lists, const std::string &name,
            const std::vector<int> &list) {
  if (lists.find(name) == lists.end())
    lists.insert(std::make_pair(name, list));
}

void emplaceOk(std::map<std::string, int> &ages, const std::string &name) {
  if (!ages.count(name))
    ages.emplace(name, 1);
}

// Nor does it take what has no type of its own.
void bracesOk(std::map<int, std::vector<int>> &lists, int key) {
  if (!lists.count(key))
    lists[key] = {1, 2};
}
