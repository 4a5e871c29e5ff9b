#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

std::vector<int> uniqueBad(const std::vector<int> &numbers) {
  std::vector<int> result;
  std::set<int> seen;
  for (int number : numbers) {
    if (!seen.insert(number).second)
      continue;
    // want[safe]: 'seen.insert(number)' looks for 'number' in 'seen' again
    result.push_back(number);
  }
  return result;
}

std::vector<int> firstBad(const std::vector<int> &numbers) {
  std::vector<int> result;
  std::unordered_set<int> seen;
  for (int number : numbers)
    if (seen.insert(number).second) {
      // want[safe]: 'seen.insert(number)'
      result.push_back(number);
    }
  return result;
}

std::size_t onlyBad(const std::vector<int> &numbers) {
  std::set<int> seen;
  for (int number : numbers)
    seen.insert(number); // want[safe]: 'seen.insert(number)'
  return seen.size();
}

std::size_t lastBad(const std::vector<int> &numbers, int limit) {
  std::set<int> seen;
  int more = 0;
  for (int number : numbers)
    if (number < limit && seen.insert(number).second) {
      // want[safe]: 'seen.insert(number)'
      ++more;
    }
  return seen.size() + more;
}

int defaultBad(std::map<std::string, int> ages, const std::string &name) {
  ages.try_emplace(name, 7); // want[safe]: 'ages[name]' looks for 'name' in 'ages' again
  int sum = 0;
  for (const auto &[who, age] : ages)
    sum += age;
  return sum;
}

int insertBad(std::map<int, int> counts, int key, int value) {
  counts.try_emplace(key, value); // want[safe]: 'counts.insert(std::make_pair(key, value))'
  return counts.at(key);
}

int emplaceBad(std::map<int, int> counts, int key, int value) {
  if (counts.try_emplace(key, value).second) {
    // want[safe]: 'counts.emplace(key, value)'
    std::cout << "new";
  }
  return static_cast<int>(counts.size());
}

int make(int key);
// What costs something is made only if it is needed.
void makeBad(std::map<int, int> &made, const std::vector<int> &keys) {
  for (int key : keys)
    if (!made.count(key))
      made[key] = make(key); // want[advice]: 'made[key]' // want-advice: if (auto [it, isNew] = made.try_emplace(key); isNew) it->second = make(key);
}

// And costs more than to look it up.
void makeOk(std::map<int, int> &made, int key) {
  if (!made.count(key))
    made[key] = make(key);
}

int main() {
  for (int number : uniqueBad({3, 1, 3, 2, 1}))
    std::cout << number;
  for (int number : firstBad({3, 1, 3, 2, 1}))
    std::cout << number;
  std::cout << onlyBad({}) << onlyBad({1, 1, 2}) << lastBad({1, 5, 1, 2}, 3)
            << defaultBad({{"ann", 3}}, "ann") << defaultBad({}, "bob")
            << insertBad({{1, 2}}, 1, 3) << insertBad({{1, 2}}, 2, 3)
            << emplaceBad({{1, 2}}, 1, 3) << emplaceBad({{1, 2}}, 2, 3) << "\n";
}
int make(int key) { return key; }
