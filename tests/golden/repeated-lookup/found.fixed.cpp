#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

int atBad(const std::map<std::string, int> &ages, const std::string &name) {
  // want-note@+1: first looked up here
  if (auto it = ages.find(name); it != ages.end())
    return it->second; // want[safe]: 'ages.at(name)' looks for 'name' in 'ages' again, after 'ages.count(name)'
  return -1;
}

int indexBad(std::map<std::string, int> ages, std::string name) {
  if (auto it = ages.find(name); it != ages.end()) {
    it->second += 1; // want[safe]: 'ages[name]' looks for 'name' in 'ages' again
    return it->second;
  }
  return -1;
}

int elseBad(std::unordered_map<int, int> &counts, int key) {
  if (auto it = counts.find(key); it == counts.end()) {
    return -1;
  } else {
    return it->second; // want[safe]: 'counts[key]' looks for 'key' in 'counts' again
  }
}

int earlyBad(const std::unordered_map<int, int> &counts, int key) {
  auto it = counts.find(key);
  if (it == counts.end())
    return -1;
  int twice = it->second; // want[safe]: 'counts.at(key)' looks for 'key'
  return twice + it->second;
}

int choiceBad(const std::map<int, int> &counts, int key) {
  auto it = counts.find(key);
  return it != counts.end() ? it->second : 0; // want[safe]: 'counts.at(key)'
}

bool andBad(const std::map<int, int> &counts, int key) {
  if (auto it = counts.find(key); it != counts.end() && it->second > 1) // want[safe]: 'counts.at(key)'
    return true;
  return false;
}

int sumBad(const std::map<std::string, int> &ages,
           const std::vector<std::string> &names) {
  int sum = 0;
  // want-note@+1: inside this loop
  for (const auto &name : names) {
    auto it = ages.find(name);
    if (it == ages.end())
      continue;
    sum += it->second; // want[safe]: 'ages.find(name)' looks for 'name' in 'ages' again
  }
  return sum;
}

// The place is there already.
int placeBad(std::map<int, int> counts, int key) {
  auto it = counts.find(key);
  if (it != counts.end()) {
    int count = it->second; // want[safe]: 'counts[key]' looks for 'key'
    counts.erase(it);
    return count + static_cast<int>(counts.size());
  }
  return 0;
}

std::size_t eraseBad(std::set<int> numbers, int number) {
  numbers.erase(number); // want[safe]: 'numbers.erase(number)'
  return numbers.size();
}

// The name is taken.
int takenBad(const std::map<int, int> &counts, int it) {
  if (auto found = counts.find(it); found != counts.end())
    return found->second; // want[safe]: 'counts.at(it)'
  return 0;
}

int nestedBad(const std::map<int, int> &a, const std::map<int, int> &b, int k) {
  if (auto it = a.find(k); it != a.end()) {
    if (auto found = b.find(k); found != b.end())
      return it->second + found->second; // want[safe]: 'a.at(k)' // want[safe]: 'b.at(k)'
  }
  return 0;
}

int pointerBad(const std::map<int, int> *counts, int key) {
  if (auto it = counts->find(key); it != counts->end())
    return it->second; // want[safe]: 'counts->at(key)'
  return 0;
}

// A map in a map: the outer one is asked for the same key each time.
int innerBad(const std::map<int, std::map<int, int>> &table, int a, int b) {
  if (auto it = table.find(a); it != table.end() && it->second.count(b)) // want[safe]: 'table.at(a)' looks for 'a'
    return it->second.at(b); // want[advice]: 'table.at(a).at(b)' looks for 'b'
  return 0;
}

// A declaration between two cases would be jumped over.
int switchBad(const std::map<int, int> &counts, int key, int how) {
  switch (how) {
  case 0:
    std::cout << how;
    if (!counts.count(key))
      return 0;
    return counts.at(key); // want[advice]: 'counts.at(key)'
  default:
    return 1;
  }
}

int main() {
  const std::map<std::string, int> ages = {{"ann", 3}, {"bob", 4}};
  const std::map<int, int> counts = {{1, 2}, {2, 1}};
  std::unordered_map<int, int> hashed = {{1, 2}, {2, 1}};
  const std::map<int, std::map<int, int>> table = {{1, {{2, 5}}}};
  for (const std::string &name : {"ann", "bob", "cy"})
    std::cout << atBad(ages, name) << indexBad(ages, name);
  for (int key : {0, 1, 2})
    std::cout << elseBad(hashed, key) << earlyBad(hashed, key)
              << choiceBad(counts, key) << andBad(counts, key)
              << placeBad(counts, key) << eraseBad({1, 2}, key)
              << takenBad(counts, key) << nestedBad(counts, counts, key)
              << pointerBad(&counts, key) << innerBad(table, key, key + 1);
  std::cout << sumBad(ages, {"ann", "cy", "bob"}) << hashed.size() << "\n";
}
