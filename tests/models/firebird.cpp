// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ibase.h>

void connections(ISC_STATUS *Status, isc_db_handle Db) {
  isc_attach_database(Status, 4, "file", &Db, 0, nullptr);
  isc_detach_database(Status, &Db);
}

void transactions(ISC_STATUS *Status, isc_db_handle Db, isc_tr_handle Tx) {
  isc_start_transaction(Status, &Tx, 1, &Db, 0, nullptr);
  isc_start_multiple(Status, &Tx, 1, nullptr);
  isc_commit_retaining(Status, &Tx);
  isc_commit_transaction(Status, &Tx);
  isc_rollback_transaction(Status, &Tx);
}

void statements(ISC_STATUS *Status, isc_db_handle Db, isc_tr_handle Tx,
                isc_stmt_handle Statement, XSQLDA *Row) {
  isc_dsql_execute_immediate(Status, &Db, &Tx, 0, "UPDATE t SET a = 1",
                             SQL_DIALECT_V6, nullptr);
  isc_dsql_prepare(Status, &Tx, &Statement, 0, "SELECT a FROM t",
                   SQL_DIALECT_V6, Row);
  isc_dsql_execute(Status, &Tx, &Statement, SQL_DIALECT_V6, nullptr);
  isc_dsql_execute2(Status, &Tx, &Statement, SQL_DIALECT_V6, nullptr, Row);
  isc_dsql_fetch(Status, &Statement, SQL_DIALECT_V6, Row);
}
