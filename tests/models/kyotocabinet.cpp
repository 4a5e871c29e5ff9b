// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <kcpolydb.h>

void access(kyotocabinet::PolyDB &Db, const std::string &Key,
            std::string *Value,
            const std::map<std::string, std::string> &Records,
            const std::vector<std::string> &Keys,
            std::map<std::string, std::string> *Found) {
  Db.open("file.kch");
  Db.set(Key, "value");
  Db.get(Key, Value);
  Db.set_bulk(Records);
  Db.get_bulk(Keys, Found);
  Db.synchronize();
  Db.begin_transaction();
  Db.end_transaction();
}
