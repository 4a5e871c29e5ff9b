#include "store.h"

Store::~Store() { sqlite3_finalize(Kept); }

void Store::insert(int Id) {
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want-note: 'Store::insert' calls 'sqlite3_prepare_v2' here
  run(Insert, Id);
  sqlite3_finalize(Insert);
}

void Store::remove(int Id) {
  sqlite3_stmt *Remove = prepare("DELETE FROM t WHERE id = ?1"); // want-note: 'Store::remove' calls 'prepare' here
  run(Remove, Id);
  sqlite3_finalize(Remove);
}

void Store::insertOnce(int Id) {
  if (!Kept)
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Kept, nullptr);
  run(Kept, Id);
}

void Store::insertAll(const std::vector<int> &Ids) {
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (int Id : Ids)
    run(Insert, Id);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_finalize(Insert);
}

sqlite3_stmt *Store::prepare(const char *Sql) {
  sqlite3_stmt *Made = nullptr;
  // want-note@+2: 'prepare' ends up in this call
  // want-note@+1: 'Store::prepare' calls 'sqlite3_prepare_v2' here
  sqlite3_prepare_v2(Db, Sql, -1, &Made, nullptr);
  return Made;
}
