// packages: sqlite3
#include <sqlite3.h>
#include <vector>

#define EACH(Id, Ids) for (int Id : Ids)
#define PREPARE(Db, Sql, Statement) sqlite3_prepare_v2(Db, Sql, -1, Statement, nullptr)

void loopBad(sqlite3 *Db, const std::vector<int> &Ids) {
  EACH(Id, Ids) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want: each 'sqlite3_prepare_v2' prepares the same INSERT again
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
}

// Nobody wrote this call here.
void bodyOk(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    sqlite3_stmt *Insert = nullptr;
    PREPARE(Db, "INSERT INTO t VALUES(?1)", &Insert);
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
}
