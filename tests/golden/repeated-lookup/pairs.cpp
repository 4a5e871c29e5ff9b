// args: -std=c++17
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using Lists = std::map<std::string, std::vector<int>>;

// `insert` and `emplace` copy the list before they look.
void pairBad(Lists &lists, const std::string &name, const std::vector<int> &list) {
  if (lists.find(name) == lists.end())
    lists.insert(std::make_pair(name, list)); // want[safe]: 'lists.insert(std::make_pair(name, list))'
}

void emplaceBad(std::unordered_map<std::string, std::vector<int>> &lists, const std::string &name,
                const std::vector<int> &list) {
  if (!lists.count(name))
    lists.emplace(name, list); // want[safe]: 'lists.emplace(name, list)'
}

// It makes a node before it looks.
void setBad(std::set<std::string> &names, const std::string &name) {
  if (!names.count(name))
    names.emplace(name); // want[safe]: 'names.emplace(name)'
}

void nullBad(std::map<int, const char *> &names, int key) {
  if (!names.count(key))
    names[key] = nullptr; // want[safe]: 'names[key]'
}

void zeroBad(std::map<int, const char *> &names, int key) {
  if (!names.count(key))
    names[key] = NULL; // want[advice]: 'names[key]'
}

int main() {
  Lists lists;
  std::unordered_map<std::string, std::vector<int>> others;
  std::set<std::string> names;
  std::map<int, const char *> texts{{1, "one"}};
  for (const char *name : {"ann", "bob", "ann"}) {
    pairBad(lists, name, {1, 2});
    emplaceBad(others, name, {1, 2, 3});
    setBad(names, name);
  }
  nullBad(texts, 1);
  nullBad(texts, 2);
  zeroBad(texts, 3);
  std::cout << lists["ann"].size() << others["bob"].size() << names.size() << texts.size()
            << (texts[2] == nullptr) << texts[1] << "\n";
}
