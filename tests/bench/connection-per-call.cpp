// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-connection-per-call: n statements sent to the
// PostgreSQL server that libpq's environment variables (PGHOST, …) name, over a
// connection each and over one for all.
#include "tests/bench/Bench.h"
#include <cstdlib>
#include <libpq-fe.h>

namespace {

PGconn *connect() {
  PGconn *connection = PQconnectdb("");
  if (PQstatus(connection) != CONNECTION_OK) {
    std::fputs(PQerrorMessage(connection), stderr);
    std::exit(1);
  }
  return connection;
}

void ask(PGconn *connection) {
  PGresult *result = PQexec(connection, "SELECT 1");
  if (PQresultStatus(result) != PGRES_TUPLES_OK)
    std::abort();
  PQclear(result);
}

void connectionPerStatement(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *connection = connect();
    ask(connection);
    PQfinish(connection);
  }
}

void oneConnection(int n) {
  PGconn *connection = connect();
  for (int i = 0; i < n; ++i)
    ask(connection);
  PQfinish(connection);
}

} // namespace

int main() {
  return slowpath::bench::table({10, 100, 1000}, connectionPerStatement,
                                oneConnection);
}
