// packages: sqlite3
#include <algorithm>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Row {
  int Id;
  std::string Name;
};

void beginAndCommitBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const Row &R : Rows) {
    // want-note: it begins here
    const std::string Sql = "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")";
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    // want[review]: each iteration is a transaction of its own: 'sqlite3_exec' commits and waits for the disk
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}


// The result of the commit is tested: shown only.
bool testedBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
    const std::string Sql = "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")";
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    // want[advice]@+1: each iteration is a transaction of its own
    if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
      return false;
  }
  return true;
}

// An item that is skipped is not committed today: shown only.
void skipsBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
    if (R.Name.empty())
      continue;
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); // want[advice]: each iteration is a transaction of its own
  }
}

// The helper begins and commits, the caller loops.
static void saveOne(sqlite3 *Db, const Row &R) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  const std::string Sql = "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")";
  sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); // want[advice]: each iteration is a transaction of its own
}
void saveAllBad(sqlite3 *Db, const std::vector<Row> &Rows) {
  std::for_each(Rows.begin(), Rows.end(), [&](const Row &R) { saveOne(Db, R); }); // want-note: 'saveOne' is called here
}

// The other database has a transaction, this one has none.
void otherHandleBad(const char *Path, sqlite3 *From, const std::vector<int> &Ids) {
  sqlite3 *To = nullptr;
  if (sqlite3_open(Path, &To) != SQLITE_OK)
    return;
  sqlite3_exec(From, "BEGIN", nullptr, nullptr, nullptr);
  sqlite3_exec(To, "BEGIN", nullptr, nullptr, nullptr);
  for (int Id : Ids)
    sqlite3_exec(To, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr); // want[review]: of this INSERT is a transaction of its own with a disk sync, once per iteration (n commits
  sqlite3_exec(To, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_exec(From, "COMMIT", nullptr, nullptr, nullptr);
}

int main() {}
