// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-commit-per-item: n rows inserted into a SQLite
// database in a file, with a commit per row and with one for all.
#include "tests/bench/Bench.h"
#include <cstdlib>
#include <filesystem>
#include <sqlite3.h>

namespace {

sqlite3 *db = nullptr;
sqlite3_stmt *insert = nullptr;

void exec(const char *sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    std::abort();
}

void insertRows(int n) {
  for (int i = 0; i < n; ++i) {
    sqlite3_bind_int(insert, 1, i);
    if (sqlite3_step(insert) != SQLITE_DONE)
      std::abort();
    sqlite3_reset(insert);
  }
}

void commitPerRow(int n) { insertRows(n); }

void oneCommit(int n) {
  exec("BEGIN");
  insertRows(n);
  exec("COMMIT");
}

} // namespace

int main() {
  // Beside the program: /tmp may be in memory, where nothing is synced.
  const std::filesystem::path file =
      std::filesystem::current_path() / "commit-per-item.db";
  std::filesystem::remove(file);
  if (sqlite3_open(file.c_str(), &db) != SQLITE_OK)
    return 1;
  exec("CREATE TABLE item(id INTEGER)");
  if (sqlite3_prepare_v2(db, "INSERT INTO item VALUES(?1)", -1, &insert,
                         nullptr) != SQLITE_OK)
    return 1;
  const int result =
      slowpath::bench::table({10, 100, 1000}, commitPerRow, oneCommit);
  sqlite3_finalize(insert);
  sqlite3_close(db);
  std::filesystem::remove(file);
  return result;
}
