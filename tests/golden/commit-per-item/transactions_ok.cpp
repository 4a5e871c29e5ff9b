// packages: sqlite3
#include <cstdio>
#include <exception>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Row {
  int Id;
  std::string Name;
};

static int exec(sqlite3 *Db, const std::string &Sql) {
  return sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}
// B1
void insideOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  sqlite3_exec(Db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
  for (const Row &R : Rows) {
    sqlite3_bind_int(Insert, 1, R.Id);
    sqlite3_step(Insert);
    sqlite3_reset(Insert);
  }
  sqlite3_finalize(Insert);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}
static void saveIn(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows)
    exec(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
}
void callerBeginsOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  exec(Db, "BEGIN");
  saveIn(Db, Rows);
  exec(Db, "COMMIT");
}
void testsForOneOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  const bool Own = sqlite3_get_autocommit(Db) != 0;
  if (Own)
    exec(Db, "BEGIN");
  for (const Row &R : Rows)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")").c_str(), nullptr, nullptr, nullptr);
  if (Own)
    exec(Db, "COMMIT");
}
void savepointsOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  exec(Db, "BEGIN");
  for (const Row &R : Rows) {
    exec(Db, "SAVEPOINT item");
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")").c_str(), nullptr, nullptr, nullptr);
    exec(Db, "RELEASE item");
  }
  exec(Db, "COMMIT");
}

// B2
void chunksOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  int N = 0;
  exec(Db, "BEGIN");
  for (const Row &R : Rows) {
    exec(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
    if (++N % 1000 == 0) {
      exec(Db, "COMMIT");
      exec(Db, "BEGIN");
    }
  }
  exec(Db, "COMMIT");
}
// B4
void check(int Result);
void isolatedOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows)
    try {
      sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
      check(exec(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")"));
      sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
    } catch (const std::exception &E) {
      std::puts(E.what());
    }
}
void undoneAloneOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
    if (exec(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")") != SQLITE_OK) {
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
      continue;
    }
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  }
}

void readTransactionsOk(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
    sqlite3_exec(Db, ("SELECT " + std::to_string(Id)).c_str(), nullptr, nullptr, nullptr);
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  }
}

int main(int, char **Args) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Args[1], &Db) != SQLITE_OK)
    return 1;
  std::vector<Row> Rows(1000);
  insideOk(Db, Rows);
  callerBeginsOk(Db, Rows);
  testsForOneOk(Db, Rows);
  savepointsOk(Db, Rows);
  chunksOk(Db, Rows);
  isolatedOk(Db, Rows);
  undoneAloneOk(Db, Rows);
  readTransactionsOk(Db, {});
  return sqlite3_close(Db);
}
