// packages: sqlite3
// Loops that go on after a row was changed.
#include <sqlite3.h>
#include <string>
#include <vector>

static void take(sqlite3 *Db, int Id) {
  const std::string Sql = "UPDATE t SET taken = 1 WHERE id = " + std::to_string(Id);
  sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr); // want[advice]: each 'sqlite3_exec' of this UPDATE is a transaction of its own
}

// It ends with the first that is not there.
void untilMissingBad(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    take(Db, Id);
    if (sqlite3_changes(Db) == 0)
      break;
  }
}

int countBad(sqlite3 *Db, const std::vector<int> &Ids) {
  int Count = 0;
  for (int Id : Ids) {
    sqlite3_exec(Db, ("DELETE FROM t WHERE id = " + std::to_string(Id)).c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this DELETE is a transaction of its own
    if (sqlite3_changes(Db) == 1)
      ++Count;
  }
  return Count;
}
