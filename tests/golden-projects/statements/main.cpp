#include "store.h"

void addAll(sqlite3 *Db, Store &To, const std::vector<int> &Ids) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (int Id : Ids) // want-note: inside this loop
    To.insert(Id); // want[advice]: each 'To.insert' leads to preparing the same INSERT again
  for (int Id : Ids) // want-note: inside this loop
    To.remove(Id); // want: each 'To.remove' leads to preparing the same DELETE again
  for (int Id : Ids) { // want-note: inside this loop
    sqlite3_stmt *Replace = To.prepare("REPLACE INTO t VALUES(?1)"); // want: each 'To.prepare' leads to preparing the same REPLACE again
    run(Replace, Id);
    sqlite3_finalize(Replace);
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

void addOk(sqlite3 *Db, Store &To, const std::vector<int> &Ids, const std::vector<std::vector<int>> &Batches) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (int Id : Ids)
    To.insertOnce(Id);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  for (const std::vector<int> &Batch : Batches)
    To.insertAll(Batch);
}

int main() {
  sqlite3 *Db = nullptr;
  sqlite3_open("store.db", &Db);
  Store To(Db);
  const std::vector<int> Ids(100);
  addAll(Db, To, Ids);
  addOk(Db, To, Ids, {Ids, Ids});
  sqlite3_close(Db);
}
