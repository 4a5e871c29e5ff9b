// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Sqlite.h"
#include <sqlite3.h>
#include <vector>

namespace before {

void addAll(sqlite3 *db, const std::vector<int> &ids) {
  for (int id : ids) {
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO item VALUES(?1)", -1, &insert, nullptr);
    sqlite3_bind_int(insert, 1, id);
    sqlite3_step(insert);
    sqlite3_finalize(insert);
  }
}

} // namespace before

namespace after {

void addAll(sqlite3 *db, const std::vector<int> &ids) {
  sqlite3_stmt *insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO item VALUES(?1)", -1, &insert, nullptr);
  for (int id : ids) {
    sqlite3_bind_int(insert, 1, id);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  return slowpath::databases::runSqlite(
      asked.n, asked.isAfter ? after::addAll : before::addAll);
}
