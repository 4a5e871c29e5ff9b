// packages: sqlite3
#include <algorithm>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Row {
  int Id;
  std::string Name;
};

void insertAllBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1, ?2)", -1, &Insert, nullptr);
  // want-note@+1: inside this loop
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const Row &R : Rows) {
    sqlite3_bind_int(Insert, 1, R.Id);
    sqlite3_step(Insert); // want[review]: each 'sqlite3_step' of this INSERT is a transaction of its own with a disk sync, once per iteration, unless a caller has opened one
    sqlite3_reset(Insert);
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_finalize(Insert);
}

void execTextBad(const char *Path, const std::vector<std::string> &Names) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    return;
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("DELETE FROM t WHERE name = '" + Name + "'").c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this DELETE is a transaction of its own
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}

void lambdaBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  // want-note@+1: the callable is run once per element
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  std::for_each(Rows.begin(), Rows.end(), [Db](const Row &R) {
    const std::string Sql = "UPDATE t SET n = 1 WHERE id = " + std::to_string(R.Id);
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr); // want[review]: of this UPDATE is a transaction of its own
  });
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// The loop leaves early after a write: shown only.
bool stopsEarlyBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    const std::string Sql = "INSERT INTO t VALUES('" + Name + "')";
    // want[advice]@+1: of this INSERT is a transaction of its own
    if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      return false;
  }
  return true;
}

// Only statement of a branch: shown only.
void inBranchBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  if (!Names.empty())
    for (const std::string &Name : Names)
      sqlite3_exec(Db, ("INSERT INTO t VALUES('" + Name + "')").c_str(), nullptr, nullptr, nullptr); // want[advice]: of this INSERT
}

// The helper writes, the caller loops.
static void saveOne(sqlite3 *Db, const Row &R) {
  const std::string Sql = "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")";
  sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr); // want[advice]: each 'sqlite3_exec' of this INSERT
}
void saveAllBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows) // want-note: inside this loop
    saveOne(Db, R);         // want-note: 'saveOne' is called here
}

// One transaction per row of another table.
void copyBad(sqlite3 *From, sqlite3 *To) {
  sqlite3_stmt *Select = nullptr, *Insert = nullptr;
  sqlite3_prepare_v2(From, "SELECT id FROM t", -1, &Select, nullptr);
  sqlite3_prepare_v2(To, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
  sqlite3_exec(To, "BEGIN", nullptr, nullptr, nullptr);
  while (sqlite3_step(Select) == SQLITE_ROW) {
    sqlite3_bind_int(Insert, 1, sqlite3_column_int(Select, 0));
    sqlite3_step(Insert); // want[review]: each 'sqlite3_step' of this INSERT
    sqlite3_reset(Insert);
  }
  sqlite3_exec(To, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_finalize(Select);
  sqlite3_finalize(Insert);
}

int main() {}
