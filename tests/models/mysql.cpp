// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libmariadb
#include <mysql.h>

void connections(MYSQL *Db) {
  mysql_real_connect(Db, "host", "user", nullptr, "x", 0, nullptr, 0);
  mysql_change_user(Db, "user", nullptr, "x");
  mysql_reset_connection(Db);
  mysql_ping(Db);
  mysql_select_db(Db, "x");
  mysql_refresh(Db, REFRESH_TABLES);
  mysql_close(Db);
}

void transactions(MYSQL *Db) {
  mysql_autocommit(Db, 0);
  mysql_autocommit(Db, 1);
  mysql_commit(Db);
  mysql_rollback(Db);
}

void queries(MYSQL *Db, MYSQL_RES *Rows) {
  mysql_query(Db, "INSERT INTO t VALUES (1)");
  mysql_real_query(Db, "DELETE FROM t", 13);
  int Error = 0;
  mysql_real_query_start(&Error, Db, "SELECT 1", 8);
  mysql_send_query(Db, "SELECT 1", 8);
  mysql_read_query_result(Db);
  mysql_store_result(Db);
  mysql_use_result(Db);
  mysql_fetch_row(Rows);
  mysql_num_rows(Rows);
  mysql_list_fields(Db, "t", nullptr);
  mysql_affected_rows(Db);
}

void statements(MYSQL *Db, const unsigned *Size) {
  MYSQL_STMT *Statement = mysql_stmt_init(Db);
  mysql_stmt_prepare(Statement, "INSERT INTO t VALUES (?)", 24);
  mysql_stmt_fetch(Statement);
  mysql_stmt_attr_set(Statement, STMT_ATTR_ARRAY_SIZE, Size);
  mysql_stmt_send_long_data(Statement, 0, "x", 1);
  mysql_stmt_execute(Statement);
  mysql_stmt_affected_rows(Statement);
  mariadb_stmt_execute_direct(Statement, "SELECT 1", 8);
  mysql_stmt_reset(Statement);
  mysql_stmt_close(Statement);
}
