#include <algorithm>
#include <deque>
#include <fstream>
#include <list>
#include <ranges>
#include <string>
#include <unordered_set>
#include <vector>

struct Point {
  int x;
  int y;
  bool operator==(const Point &) const = default;
};
struct Version {
  int major;
  auto operator<=>(const Version &) const = default;
};
struct Account {
  std::string owner;
  long balance;
};

int pointsBad(const std::vector<Point> &points, const std::vector<Point> &known) {
  int count = 0;
  for (const Point &point : points)
    count += std::ranges::find(known, point) != known.end(); // want[advice]: 'known' is searched from its beginning for 'point' // want-advice: const std::unordered_set<Point, HashOfPoint> knownSet(known.begin(), known.end()); // before the loop // want-advice: … knownSet.contains(point)
  return count;
}

int versionsBad(const std::vector<Version> &versions, const std::vector<Version> &known) {
  int count = 0;
  for (const Version &version : versions)
    if (std::find(known.begin(), known.end(), version) != known.end()) // want[advice]: searched from its beginning for 'version' // want-advice: const std::set<Version> knownSet(known.begin(), known.end()); // before the loop
      ++count;
  return count;
}

class Bank {
public:
  void add(const std::vector<std::string> &owners) {
    for (const std::string &owner : owners)
      if (!find(owner)) // want-note: called here
        accounts_.push_back({owner, 0});
  }
  Account *find(const std::string &owner) {
    for (Account &account : accounts_) // want[advice]: 'accounts_' is searched from its beginning for 'owner', each time 'find' is called in a loop // want-advice: accountsByKey.emplace(account.owner, &account);
      if (account.owner == owner)
        return &account;
    return nullptr;
  }

private:
  std::vector<Account> accounts_;
};

// A list of what was visited, however the loop ends.
int reachableBad(const std::vector<std::vector<int>> &next) {
  std::vector<int> visited;
  std::deque<int> todo = {0};
  while (!todo.empty()) {
    const int node = todo.front();
    todo.pop_front();
    if (std::find(visited.begin(), visited.end(), node) != visited.end()) // want[advice]: 'visited' is searched from its beginning for 'node' // want-advice: if (seen.insert(node).second)
      continue;
    visited.push_back(node);
    for (int each : next[node])
      todo.push_back(each);
  }
  return static_cast<int>(visited.size());
}

std::vector<Account> mergedBad(const std::vector<Account> &all) {
  std::vector<Account> merged;
  for (const Account &each : all) {
    const auto it = std::ranges::find_if(merged, [&each](const Account &other) { return other.owner == each.owner; }); // want[advice]: 'merged' is searched from its beginning for 'each.owner' // want-advice: std::unordered_map<std::string, std::size_t> mergedByKey; // lives as long as 'merged'
    if (it == merged.end())
      merged.push_back(each);
    else
      it->balance += each.balance;
  }
  return merged;
}

int linesBad(std::ifstream &in, const std::vector<std::string> &known) {
  int count = 0;
  std::string line;
  const std::unordered_set<std::string> knownSet(known.begin(), known.end());
  while (std::getline(in, line))
    if (knownSet.contains(line)) // want[review]: 'known' is searched from its beginning for 'line'
      ++count;
  return count;
}

void removeBad(std::list<int> &items, const std::vector<int> &gone) {
  for (int each : gone)
    items.remove(each); // want[advice]: 'items' is searched from its beginning for 'each' // want-advice: std::unordered_set<int> gone; // want-advice: gone.insert(each); // in the loop
}

int onceOnlyBad(const std::vector<int> &items) {
  int count = 0;
  for (int item : items)
    if (std::count(items.begin(), items.end(), item) == 1) // want[advice]: 'items' is searched from its beginning for 'item' // want-advice: … counts[item]
      ++count;
  return count;
}

bool addUnique(std::vector<std::string> &names, const std::string &name) {
  if (std::find(names.begin(), names.end(), name) != names.end()) // want[advice]: 'names' is searched from its beginning for 'name', each time 'addUnique' is called in a loop // want-advice: std::unordered_set<std::string> seen; // lives as long as 'owners'
    return false;
  names.push_back(name);
  return true;
}
std::vector<std::string> ownersBad(const std::vector<Account> &accounts) {
  std::vector<std::string> owners;
  for (const Account &account : accounts)
    addUnique(owners, account.owner); // want-note: called here
  return owners;
}

void eraseBad(std::vector<int> &items, const std::vector<int> &old) {
  for (int each : old) {
    const auto it = std::find(items.begin(), items.end(), each); // want[advice]: 'items' is searched from its beginning for 'each' // want-advice: gone.insert(each); // in the loop
    if (it != items.end())
      items.erase(it);
  }
}
