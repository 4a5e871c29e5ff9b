// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_DATABASES_SQLITE_H
#define SLOWPATH_TESTS_DATABASES_SQLITE_H

#include "tests/databases/Program.h"
#include <sqlite3.h>

namespace slowpath::databases {

/// What SQLite did.
struct SqliteCounts {
  int statements = 0;
  int prepares = 0;
  int commits = 0;
};

inline int countStatement(unsigned, void *counts, void *, void *) {
  ++static_cast<SqliteCounts *>(counts)->statements;
  return 0;
}

/// SQLite asks once per preparation whether it may insert into the table.
inline int countPrepare(void *counts, int action, const char *, const char *,
                        const char *, const char *) {
  if (action == SQLITE_INSERT)
    ++static_cast<SqliteCounts *>(counts)->prepares;
  return SQLITE_OK;
}

inline int countCommit(void *counts) {
  ++static_cast<SqliteCounts *>(counts)->commits;
  return 0;
}

inline int printRow(void *, int, char **values, char **) {
  std::printf("item %s\n", values[0]);
  return 0;
}

/// Lets the function insert n items into the table 'item' of a new database in
/// the working directory; prints the counts, "commits=7", and the rows.
inline int runSqlite(int n,
                     void (*insert)(sqlite3 *, const std::vector<int> &)) {
  sqlite3 *db = nullptr;
  if (sqlite3_open("items.db", &db) != SQLITE_OK ||
      sqlite3_exec(db, "CREATE TABLE item(id INTEGER)", nullptr, nullptr,
                   nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "items.db: %s\n", sqlite3_errmsg(db));
    return 1;
  }
  SqliteCounts counts;
  sqlite3_trace_v2(db, SQLITE_TRACE_STMT, countStatement, &counts);
  sqlite3_set_authorizer(db, countPrepare, &counts);
  sqlite3_commit_hook(db, countCommit, &counts);
  insert(db, numbers(n));
  std::printf("statements=%d\nprepares=%d\ncommits=%d\n", counts.statements,
              counts.prepares, counts.commits);
  sqlite3_exec(db, "SELECT id FROM item ORDER BY rowid", printRow, nullptr,
               nullptr);
  sqlite3_close(db);
  return 0;
}

} // namespace slowpath::databases

#endif
