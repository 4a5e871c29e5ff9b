#include <map>
#include <string>
#include <vector>

bool isKnown(const std::string &name);
bool isShort(const char *name);
void keep(std::string name);

int knownBad(const std::vector<std::string> &names) {
  int known = 0;
  for (const std::string &name : names)
    known += isKnown(name.c_str()); // want[review]: 'name' is copied, and searched for its end, to be read as the string it is
  return known;
}

int foundBad(const std::vector<std::string> &names,
             const std::map<std::string, int> &ages) {
  int sum = 0;
  for (const std::string &name : names) {
    const auto found = ages.find(name.data()); // want[review]: 'name' is copied
    if (found != ages.end())
      sum += found->second;
  }
  return sum;
}

bool check(const std::string &name) {
  return isKnown(std::string(name.c_str())); // want[review]: 'name' is copied
}

int checkedBad(const std::vector<std::string> &names) {
  int n = 0;
  for (const auto &name : names)
    n += check(name); // want-note: called here
  return n;
}

void pointersOk(const std::vector<std::string> &names) {
  for (const std::string &name : names)
    isShort(name.c_str());
}

// The copy is kept.
void copiesOk(const std::vector<std::string> &names) {
  for (const std::string &name : names) {
    keep(name.c_str());
    std::string copy = name.c_str();
    copy += 'x';
    isKnown(copy);
  }
}

bool onceOk(const std::string &name) { return isKnown(name.c_str()); }

// Now and then.
int rarely(const std::string &name) {
  if (name.empty())
    return isKnown(name.c_str());
  return 1;
}

int rarelyOk(const std::vector<std::string> &names) {
  int n = 0;
  for (const auto &name : names)
    n += rarely(name);
  return n;
}
