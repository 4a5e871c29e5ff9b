// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-prepare-in-loop: n rows inserted into a SQLite
// database in memory, in one transaction, with a statement prepared for each
// row and with one for all.
#include "tests/bench/Bench.h"
#include <cstdlib>
#include <sqlite3.h>

namespace {

sqlite3 *db = nullptr;

void exec(const char *sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    std::abort();
}

sqlite3_stmt *prepare() {
  sqlite3_stmt *insert = nullptr;
  if (sqlite3_prepare_v2(db, "INSERT INTO item(id, name) VALUES(?1, 'item')",
                         -1, &insert, nullptr) != SQLITE_OK)
    std::abort();
  return insert;
}

void run(sqlite3_stmt *insert, int id) {
  sqlite3_bind_int(insert, 1, id);
  if (sqlite3_step(insert) != SQLITE_DONE)
    std::abort();
}

void preparedPerRow(int n) {
  exec("BEGIN");
  for (int id = 0; id < n; ++id) {
    sqlite3_stmt *insert = prepare();
    run(insert, id);
    sqlite3_finalize(insert);
  }
  exec("ROLLBACK");
}

void preparedOnce(int n) {
  exec("BEGIN");
  sqlite3_stmt *insert = prepare();
  for (int id = 0; id < n; ++id) {
    run(insert, id);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  exec("ROLLBACK");
}

} // namespace

int main() {
  if (sqlite3_open(":memory:", &db) != SQLITE_OK)
    return 1;
  exec("CREATE TABLE item(id INTEGER, name TEXT)");
  const int result = slowpath::bench::table({10, 100, 1000, 10000},
                                            preparedPerRow, preparedOnce);
  sqlite3_close(db);
  return result;
}
