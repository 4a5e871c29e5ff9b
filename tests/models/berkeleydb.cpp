// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <db_cxx.h>

void access(Db &Store, Dbt &Key, Dbt &Value) {
  Store.open(nullptr, "file", nullptr, DB_BTREE, DB_CREATE, 0);
  Store.get(nullptr, &Key, &Value, 0);
  Store.put(nullptr, &Key, &Value, 0);
  Store.del(nullptr, &Key, 0);
  Store.sync(0);
}

void transactions(DbEnv &Environment, DbTxn *Transaction) {
  Environment.txn_begin(nullptr, &Transaction, 0);
  Environment.txn_checkpoint(0, 0, 0);
  Transaction->commit(0);
  Transaction->abort();
}
