// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libpq
#include <libpq-fe.h>

void connections(PGconn *Connection, const char *const *Keys,
                 const char *const *Values, PGcancel *Cancel) {
  PQconnectdb("dbname=x");
  PQconnectdbParams(Keys, Values, 0);
  PQsetdbLogin("host", nullptr, nullptr, nullptr, "x", "user", nullptr);
  PQconnectStart("dbname=x");
  PQconnectStartParams(Keys, Values, 0);
  PQreset(Connection);
  PQping("dbname=x");
  PQpingParams(Keys, Values, 0);
  PQcancel(Cancel, nullptr, 0);
  PQfinish(Connection);
}

void queries(PGconn *Connection) {
  PQexec(Connection, "INSERT INTO t VALUES (1)");
  PQexecParams(Connection, "DELETE FROM t WHERE a = $1", 1, nullptr, nullptr,
               nullptr, nullptr, 0);
  PQprepare(Connection, "find", "SELECT a FROM t", 0, nullptr);
  PQexecPrepared(Connection, "find", 0, nullptr, nullptr, nullptr, 0);
  PQdescribePrepared(Connection, "find");
  PQfn(Connection, 1, nullptr, nullptr, 1, nullptr, 0);
}

void pipelines(PGconn *Connection) {
  PQenterPipelineMode(Connection);
  PQsendQuery(Connection, "SELECT 1");
  PQsendQueryParams(Connection, "SELECT $1", 1, nullptr, nullptr, nullptr,
                    nullptr, 0);
  PQsendPrepare(Connection, "find", "SELECT a FROM t", 0, nullptr);
  PQsendQueryPrepared(Connection, "find", 0, nullptr, nullptr, nullptr, 0);
  PQsendFlushRequest(Connection);
  PQflush(Connection);
  PQpipelineSync(Connection);
  PQisBusy(Connection);
  PQgetResult(Connection);
  PQexitPipelineMode(Connection);
}

void copies(PGconn *Connection, char *Buffer, PGresult *Rows) {
  PQntuples(Rows);
  PQputCopyData(Connection, "1\n", 2);
  PQputCopyEnd(Connection, nullptr);
  PQgetCopyData(Connection, &Buffer, 0);
}

void largeObjects(PGconn *Connection, char *Buffer) {
  lo_import(Connection, "file");
  const int Object = lo_open(Connection, 1, 0);
  lo_read(Connection, Object, Buffer, 1);
  lo_write(Connection, Object, Buffer, 1);
}
