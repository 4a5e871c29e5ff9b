// Whoever calls this may be in a transaction: the program knows them.
#include <sqlite3.h>
#include <string>
#include <vector>

void addFromPluginOk(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO t VALUES('" + Name + "')").c_str(), nullptr, nullptr, nullptr);
}
