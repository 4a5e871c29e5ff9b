// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <sql.h>
#include <sqlext.h>

void connections(SQLHDBC Db, SQLCHAR *Name, SQLCHAR *Out) {
  SQLConnect(Db, Name, SQL_NTS, nullptr, 0, nullptr, 0);
  SQLDriverConnect(Db, nullptr, Name, SQL_NTS, nullptr, 0, nullptr,
                   SQL_DRIVER_NOPROMPT);
  SQLBrowseConnect(Db, Name, SQL_NTS, Out, 0, nullptr);
  SQLDisconnect(Db);
}

void transactions(SQLHENV Environment, SQLHDBC Db) {
  SQLSetConnectAttr(Db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0);
  SQLEndTran(SQL_HANDLE_DBC, Db, SQL_COMMIT);
  SQLEndTran(SQL_HANDLE_DBC, Db, SQL_ROLLBACK);
  SQLTransact(Environment, Db, SQL_COMMIT);
  SQLTransact(Environment, Db, SQL_ROLLBACK);
}

void statements(SQLHSTMT Statement) {
  SQLExecDirect(Statement, (SQLCHAR *)"UPDATE t SET a = 1", SQL_NTS);
  SQLSetStmtAttr(Statement, SQL_ATTR_PARAMSET_SIZE, (SQLPOINTER)100, 0);
  SQLPrepare(Statement, (SQLCHAR *)"UPDATE t SET a = ?", SQL_NTS);
  SQLExecute(Statement);
  SQLBulkOperations(Statement, SQL_ADD);
}

void rows(SQLHSTMT Statement, SQLPOINTER Value) {
  SQLFetch(Statement);
  SQLFetchScroll(Statement, SQL_FETCH_NEXT, 0);
  SQLGetData(Statement, 1, SQL_C_SLONG, Value, 0, nullptr);
  SQLTables(Statement, nullptr, 0, nullptr, 0, nullptr, 0, nullptr, 0);
  SQLColumns(Statement, nullptr, 0, nullptr, 0, nullptr, 0, nullptr, 0);
}
