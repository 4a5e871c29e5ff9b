// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-query-in-loop: the names of n users, asked for one
// by one and all at once, from the PostgreSQL server that libpq's environment
// variables (PGHOST, …) name. Makes a temporary table there.
#include "tests/bench/Bench.h"
#include <cstdlib>
#include <libpq-fe.h>
#include <string>
#include <unordered_map>

namespace {

PGconn *connection = nullptr;

PGresult *ask(const char *sql, const std::string &parameter) {
  const char *values[] = {parameter.c_str()};
  PGresult *result =
      PQexecParams(connection, sql, 1, nullptr, values, nullptr, nullptr, 0);
  if (PQresultStatus(result) != PGRES_TUPLES_OK)
    std::abort();
  return result;
}

void queryPerUser(int n) {
  for (int id = 0; id < n; ++id) {
    PGresult *result =
        ask("SELECT name FROM users WHERE id = $1", std::to_string(id));
    slowpath::bench::keep(PQgetvalue(result, 0, 0));
    PQclear(result);
  }
}

void oneQuery(int n) {
  std::string ids = "{";
  for (int id = 0; id < n; ++id)
    ids += (id == 0 ? "" : ",") + std::to_string(id);
  PGresult *result =
      ask("SELECT id, name FROM users WHERE id = ANY($1)", ids + "}");
  std::unordered_map<int, const char *> names;
  for (int row = 0; row < PQntuples(result); ++row)
    names[std::atoi(PQgetvalue(result, row, 0))] = PQgetvalue(result, row, 1);
  for (int id = 0; id < n; ++id)
    slowpath::bench::keep(names.at(id));
  PQclear(result);
}

} // namespace

int main() {
  connection = PQconnectdb("");
  if (PQstatus(connection) != CONNECTION_OK) {
    std::fputs(PQerrorMessage(connection), stderr);
    return 1;
  }
  PQclear(PQexec(connection,
                 "CREATE TEMPORARY TABLE users AS SELECT id, 'user ' || id AS "
                 "name FROM generate_series(0, 99999) AS id;"
                 "CREATE UNIQUE INDEX ON users(id); ANALYZE users"));
  const int result =
      slowpath::bench::table({10, 100, 1000, 10000}, queryPerUser, oneQuery);
  PQfinish(connection);
  return result;
}
