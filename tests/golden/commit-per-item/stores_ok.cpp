// packages: rocksdb lmdb
// args: -std=c++17
// Key-value stores: a put commits nothing, or waits for no disk.
#include <db_cxx.h>
#include <leveldb/db.h>
#include <lmdb.h>
#include <rocksdb/db.h>
#include <rocksdb/utilities/transaction.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

// Not synchronous, unless it is asked for.
void levelOk(leveldb::DB &Db, const Strings &Names) {
  for (const std::string &Name : Names)
    Db.Put(leveldb::WriteOptions(), Name, "");
}
void rocksOk(rocksdb::DB &Db, const Strings &Names) {
  rocksdb::WriteOptions Options;
  for (const std::string &Name : Names)
    Db.Put(Options, Name, "");
}

// In the caller's transaction.
void rocksGivenOk(rocksdb::Transaction &Tx, const Strings &Names) {
  for (const std::string &Name : Names)
    Tx.Put(Name, "");
}
static void put(MDB_txn *Txn, MDB_dbi Dbi, const std::string &Name) {
  MDB_val Key{Name.size(), const_cast<char *>(Name.data())};
  MDB_val Value{0, nullptr};
  mdb_put(Txn, Dbi, &Key, &Value, 0);
}
void lmdbGivenOk(MDB_txn *Txn, MDB_dbi Dbi, const Strings &Names) {
  for (const std::string &Name : Names)
    put(Txn, Dbi, Name);
}
void berkeleyGivenOk(Db &Database, DbTxn *Txn, const Strings &Names) {
  for (const std::string &Name : Names) {
    Dbt Key(const_cast<char *>(Name.data()), static_cast<u_int32_t>(Name.size()));
    Dbt Value;
    Database.put(Txn, &Key, &Value, 0);
  }
}

// The environment was told not to wait.
void lmdbUnsyncedOk(MDB_dbi Dbi, const Strings &Names) {
  MDB_env *Env = nullptr;
  mdb_env_create(&Env);
  mdb_env_open(Env, "cache", MDB_NOSYNC, 0644);
  for (const std::string &Name : Names) {
    MDB_txn *Txn = nullptr;
    mdb_txn_begin(Env, nullptr, 0, &Txn);
    put(Txn, Dbi, Name);
    mdb_txn_commit(Txn);
  }
}
