// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-uncached-fetch: one value for n items, asked for
// each time and once, of the PostgreSQL server that libpq's environment
// variables (PGHOST, …) name.
#include "tests/bench/Bench.h"
#include <cstdlib>
#include <libpq-fe.h>

namespace {

double percent(PGconn *connection) {
  PGresult *result = PQexec(connection, "SELECT 19");
  if (PQresultStatus(result) != PGRES_TUPLES_OK)
    std::abort();
  const double value = std::atof(PQgetvalue(result, 0, 0));
  PQclear(result);
  return value;
}

} // namespace

int main() {
  PGconn *connection = PQconnectdb("");
  if (PQstatus(connection) != CONNECTION_OK) {
    std::fputs(PQerrorMessage(connection), stderr);
    return 1;
  }
  const int status = slowpath::bench::table(
      {10, 100, 1000},
      [&](int n) {
        double total = 0;
        for (int i = 0; i < n; ++i)
          total += i * percent(connection);
        slowpath::bench::keep(total);
      },
      [&](int n) {
        const double once = percent(connection);
        double total = 0;
        for (int i = 0; i < n; ++i)
          total += i * once;
        slowpath::bench::keep(total);
      });
  PQfinish(connection);
  return status;
}
