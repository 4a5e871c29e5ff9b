// args: -std=c++17
#include <algorithm>
#include <deque>
#include <list>
#include <string>
#include <unordered_set>
#include <vector>

enum class Key : int;

int stringsBad(const std::vector<std::string> &words, const std::deque<std::string> &known) {
  int count = 0;
  const std::unordered_set<std::string> knownSet(known.begin(), known.end());
  for (const std::string &word : words)
    if (knownSet.count(word) == 0) // want[review]: 'known' is searched from its beginning for 'word'
      ++count;
  return count;
}

// Before the outermost loop that leaves it as it is.
int nestedBad(const std::vector<std::vector<int>> &rows, std::list<int> known) {
  known.push_back(1);
  int count = 0;
  const std::unordered_set<int> knownSet(known.begin(), known.end());
  for (const std::vector<int> &row : rows) {
    for (const int each : row) {
      if (each > 0 && knownSet.count(each) != 0) // want[review]: 'known' is searched from its beginning for 'each'
        ++count;
    }
  }
  return count;
}

// A set made before the loop would not see what is added in it.
int growingBad(const std::vector<int> &items, std::vector<int> known) {
  int count = 0;
  for (const int item : items) {
    if (std::find(known.begin(), known.end(), item) != known.end()) // want[advice]: 'known' is searched from its beginning for 'item'
      ++count;
    known.push_back(item + 1);
  }
  return count;
}

// The name is taken.
int takenBad(const std::vector<int> &items, const std::vector<int> &known) {
  int knownSet = 0;
  for (const int item : items)
    if (std::find(known.begin(), known.end(), item) != known.end()) // want[advice]: 'known' is searched from its beginning for 'item'
      ++knownSet;
  return knownSet;
}

// Another type compares in another way: -1 is no unsigned number.
int signedBad(const std::vector<int> &items, const std::vector<unsigned> &known) {
  int count = 0;
  for (const int item : items)
    if (std::find(known.begin(), known.end(), item) != known.end()) // want[advice]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}

// No block to put the set into.
int noBlockBad(const std::vector<int> &items, const std::vector<int> &known, bool all) {
  int count = 0;
  if (all)
    for (const int item : items)
      if (std::find(known.begin(), known.end(), item) != known.end()) // want[advice]: 'known' is searched from its beginning for 'item'
        ++count;
  return count;
}

int algorithmBad(const std::vector<int> &items, const std::vector<int> &known) {
  int count = 0;
  std::for_each(items.begin(), items.end(), [&](int item) {
    if (std::find(known.begin(), known.end(), item) != known.end()) // want[advice]: 'known' is searched from its beginning for 'item'
      ++count;
  });
  return count;
}
