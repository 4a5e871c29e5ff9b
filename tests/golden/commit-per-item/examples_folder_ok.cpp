// packages: sqlite3
// as: examples/fill.cpp
// options: slowpath.Tests=false
#include <sqlite3.h>
#include <string>
#include <vector>

void fillOk(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
}
