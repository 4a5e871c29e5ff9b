#include <sqlite3.h>
#include <string>
#include <vector>

inline void runAllBad(const std::vector<std::string> &All) {
  sqlite3 *Db = nullptr;
  sqlite3_open("shop.db", &Db);
  for (const std::string &Sql : All) {
    // want: each 'sqlite3_open' opens a connection that is closed again
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3_close(Db);
}
