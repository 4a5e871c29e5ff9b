// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <leveldb/db.h>
#include <leveldb/write_batch.h>

void access(leveldb::DB *Db, std::string *Value, leveldb::WriteBatch *Batch) {
  leveldb::DB::Open({}, "folder", &Db);
  Db->Get({}, "key", Value);
  Db->Put({}, "key", "value");
  Db->Delete({}, "key");
  Db->Write({}, Batch);
  Db->NewIterator({});
  Db->CompactRange(nullptr, nullptr);
}
