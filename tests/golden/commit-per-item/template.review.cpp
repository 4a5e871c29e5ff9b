// packages: sqlite3
#include <sqlite3.h>
#include <string>
#include <vector>

// Reported once, in the pattern.
template <typename T> void eraseBad(sqlite3 *Db, int Count, const T &) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (int I = 0; I < Count; ++I) {
    sqlite3_exec(Db, "DELETE FROM t LIMIT 1", nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this DELETE
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// A wrapper that is a template.
template <typename Text> int run(sqlite3 *Db, const Text &Sql) {
  return sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}

void wrappedBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  eraseBad(Db, 1000, Names);
  eraseBad(Db, 1000, 1);
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const std::string &Name : Names)
    run(Db, "INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'run' of this INSERT is a transaction of its own
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

int main() {}
