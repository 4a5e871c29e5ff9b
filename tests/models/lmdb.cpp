// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <lmdb.h>

void transactions(MDB_env *Environment, MDB_txn *Transaction) {
  mdb_env_open(Environment, "folder", 0, 0600);
  mdb_txn_begin(Environment, nullptr, 0, &Transaction);
  mdb_txn_commit(Transaction);
  mdb_txn_abort(Transaction);
  mdb_txn_renew(Transaction);
  mdb_env_sync(Environment, 1);
}

void access(MDB_txn *Transaction, MDB_dbi Db, MDB_val *Key, MDB_val *Value,
            MDB_cursor *Cursor) {
  mdb_dbi_open(Transaction, nullptr, 0, &Db);
  mdb_get(Transaction, Db, Key, Value);
  mdb_put(Transaction, Db, Key, Value, 0);
  mdb_del(Transaction, Db, Key, nullptr);
  mdb_cursor_open(Transaction, Db, &Cursor);
}
