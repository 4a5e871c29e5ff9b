// packages: sqlite3
#include <sqlite3.h>
#include <string>
#include <vector>

#define EACH(Sql, All) for (const std::string &Sql : All)
#define OPEN(Db) sqlite3_open("shop.db", Db)

void loopBad(const std::vector<std::string> &All) {
  EACH(Sql, All) {
    sqlite3 *Db = nullptr;
    sqlite3_open("shop.db", &Db); // want: each 'sqlite3_open' opens a connection that is closed again
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
}

// Nobody wrote this call here.
void bodyOk(const std::vector<std::string> &All) {
  for (const std::string &Sql : All) {
    sqlite3 *Db = nullptr;
    OPEN(&Db);
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
}
