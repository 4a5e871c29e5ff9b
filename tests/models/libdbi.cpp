// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <dbi/dbi.h>

void queries(dbi_conn Connection, dbi_result Rows) {
  dbi_conn_connect(Connection);
  dbi_conn_query(Connection, "UPDATE t SET a = 1");
  dbi_conn_queryf(Connection, "UPDATE t SET a = %d", 1);
  dbi_conn_transaction_begin(Connection);
  dbi_conn_transaction_commit(Connection);
  dbi_result_next_row(Rows);
}
