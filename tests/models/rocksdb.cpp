// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <rocksdb/db.h>
#include <rocksdb/utilities/transaction.h>
#include <rocksdb/utilities/transaction_db.h>

void access(rocksdb::DB *Db, std::string *Value, rocksdb::WriteBatch &Batch,
            const std::vector<rocksdb::Slice> &Keys,
            std::vector<std::string> *Values) {
  rocksdb::DB::Open({}, "folder", &Db);
  rocksdb::DB::OpenForReadOnly({}, "folder", &Db);
  Db->Get({}, "key", Value);
  Db->MultiGet({}, Keys, Values);
  Db->Put({}, "key", "value");
  Db->Delete({}, "key");
  Db->Merge({}, "key", "value");
  Batch.Put("key", "value");
  Db->Write({}, &Batch);
  Db->NewIterator({});
  Db->GetSnapshot();
}

void files(rocksdb::DB &Db, const std::vector<std::string> &Paths) {
  Db.Flush({});
  Db.FlushWAL(true);
  Db.SyncWAL();
  Db.CompactRange({}, nullptr, nullptr);
  Db.IngestExternalFile(Paths, {});
}

void transactions(rocksdb::TransactionDB &Db, std::string *Value) {
  rocksdb::Transaction *Transaction = Db.BeginTransaction({});
  Transaction->GetForUpdate({}, "key", Value);
  Transaction->Commit();
  Transaction->Rollback();
}
