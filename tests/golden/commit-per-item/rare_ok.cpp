// packages: sqlite3
// Code that runs once, or hardly ever.
#include <cstdlib>
#include <sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

static void insert(sqlite3 *Db, const std::string &Name) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES ('" + Name + "')").c_str(), nullptr, nullptr, nullptr);
}

static sqlite3 *open();
static Strings names();

// Initialisers of what lives as long as the program.
static int fillOk(sqlite3 *Db, const Strings &Names) {
  for (const std::string &Name : Names)
    insert(Db, Name);
  return 0;
}
const int Filled = fillOk(open(), names());

const bool Written = [] {
  sqlite3 *Db = open();
  for (const std::string &Name : names())
    insert(Db, Name);
  return true;
}();

static bool cacheOk(sqlite3 *Db, const Strings &Names) {
  for (const std::string &Name : Names)
    insert(Db, Name);
  return true;
}
bool isCached(sqlite3 *Db) {
  static const bool Cached = cacheOk(Db, names());
  return Cached;
}

// On the way out.
static void keepOk(sqlite3 *Db, const Strings &Names) {
  for (const std::string &Name : Names)
    insert(Db, Name);
}
void check(sqlite3 *Db, bool Good, const Strings &Names) {
  if (!Good) {
    keepOk(Db, Names);
    std::abort();
  }
}

[[gnu::cold]] void reportOk(sqlite3 *Db, const Strings &Errors) {
  for (const std::string &Error : Errors)
    insert(Db, Error);
}

void errorOk(sqlite3 *Db, const Strings &Names) {
  try {
    check(Db, Names.empty(), Names);
  } catch (...) {
    for (const std::string &Name : Names)
      insert(Db, Name);
    throw;
  }
}

// Set up and torn down.
class Store {
public:
  explicit Store(sqlite3 *Db) : Db(Db) { migrateNamesOk(names()); }
  ~Store() {
    for (const std::string &Name : Pending)
      insert(Db, Name);
  }

private:
  void migrateNamesOk(const Strings &Names) {
    for (const std::string &Name : Names)
      insert(Db, Name);
  }
  sqlite3 *Db;
  Strings Pending;
};

void upgradeOk(sqlite3 *Db, const Strings &Names) {
  for (const std::string &Name : Names)
    insert(Db, Name);
}
void install_defaults(sqlite3 *Db) {
  const Strings Names = names();
  for (const std::string &Name : Names)
    insert(Db, Name);
}

int main() {
  sqlite3 *Db = open();
  install_defaults(Db);
  upgradeOk(Db, names());
}
