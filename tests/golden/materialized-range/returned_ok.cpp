// args: -std=c++20
#include <algorithm>
#include <set>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
struct Row {
  std::string name;
  int group = 0;
};
using Rows = std::vector<Row>;
std::size_t use(const std::string &name);
void keep(Strings names);
Rows load();

// Anybody may call it.
Strings allNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back(row.name);
  return names;
}
std::size_t publicOk(const Rows &rows) {
  std::size_t size = 0;
  for (const std::string &name : allNames(rows))
    size += name.size();
  return size;
}

// One caller wants all of them.
static Strings sortedNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back(row.name);
  return names;
}
std::size_t sortedOk(const Rows &rows) {
  std::size_t size = 0;
  for (const std::string &name : sortedNames(rows))
    size += name.size();
  Strings all = sortedNames(rows);
  std::sort(all.begin(), all.end());
  for (const std::string &name : all)
    size += name.size();
  return size;
}

// What is copied is made, not found: most of what it costs.
static Strings fullNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back("the " + row.name);
  return names;
}
static std::vector<int> groups(const Rows &rows) {
  std::vector<int> result;
  for (const Row &row : rows)
    result.push_back(row.group);
  return result;
}
std::size_t madeOk(const Rows &rows) {
  std::size_t size = 0;
  for (const std::string &name : fullNames(rows))
    size += name.size();
  for (int group : groups(rows))
    size += group;
  return size;
}

// The loop changes what is gone through, or may.
static Strings emptyNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    if (row.group == 0)
      names.push_back(row.name);
  return names;
}
void changingOk(Rows &rows) {
  for (const std::string &name : emptyNames(rows))
    std::erase_if(rows, [&](const Row &row) { return row.name == name; });
}
class Table {
public:
  void remove(const std::string &name);
  void removeOk() {
    for (const std::string &name : names())
      remove(name);
  }
  Rows &all() { return rows; }

private:
  Strings names() const {
    Strings result;
    for (const Row &row : rows)
      result.push_back(row.name);
    return result;
  }
  Rows rows;
};
static Strings openNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    if (row.group != 0)
      names.push_back(row.name);
  return names;
}
void referredOk(const Rows &rows) {
  for (const std::string &name : openNames(rows))
    use(name);
}
// Depends on what the loop does in between.
static std::set<std::string> seen;
static Strings newNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    if (!seen.contains(row.name))
      names.push_back(row.name);
  return names;
}
std::size_t seenOk() {
  const Rows rows = load();
  std::size_t size = 0;
  for (const std::string &name : newNames(rows))
    size += seen.insert(name).second;
  return size;
}
// Gone with the call.
static Strings ownNames(Rows rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back(row.name);
  return names;
}
std::size_t ownOk() {
  const Rows rows = load();
  std::size_t size = 0;
  for (const std::string &name : ownNames(rows))
    size += name.size();
  return size;
}
static Strings loadedNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back(row.name);
  return names;
}
std::size_t temporaryOk() {
  std::size_t size = 0;
  for (const std::string &name : loadedNames(load()))
    size += name.size();
  return size;
}
// The elements are changed.
static Strings spareNames(const Rows &rows) {
  Strings names;
  for (const Row &row : rows)
    names.push_back(row.name);
  return names;
}
void movedOk(const Rows &rows, Strings &to) {
  for (std::string &name : spareNames(rows))
    to.push_back(std::move(name));
}
