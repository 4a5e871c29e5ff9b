// packages: sqlite3
// No commit waits for a disk.
#include <sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

static std::string insertion(const std::string &Name) {
  return "'" + Name + "')";
}

// Of no name: a file that is gone with the connection.
void privateOk(const Strings &Names) {
  sqlite3 *Db = nullptr;
  sqlite3_open("", &Db);
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + insertion(Name)).c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}

void sharedOk(const Strings &Names) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2("file::memory:?cache=shared", &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, nullptr);
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + insertion(Name)).c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}

void namedOk(const Strings &Names) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2("file:scratch?mode=memory", &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, nullptr);
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + insertion(Name)).c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}

void unsyncedOk(const Strings &Names) {
  sqlite3 *Db = nullptr;
  sqlite3_open("cache.db", &Db);
  sqlite3_exec(Db, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + insertion(Name)).c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}
