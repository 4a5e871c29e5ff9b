// packages: sqlite3
#include <algorithm>
#include <sqlite3.h>
#include <string>
#include <vector>

template <typename T> void patternBad(const std::vector<std::string> &All, const T &) {
  sqlite3 *Db = nullptr;
  sqlite3_open("shop.db", &Db);
  for (const std::string &Sql : All) {
    // want: each 'sqlite3_open' opens a connection that is closed again
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3_close(Db);
}

void lambdaBad(const std::string &Name, const std::vector<std::string> &All) {
  patternBad(All, 1);
  patternBad(All, 'c');
  std::for_each(All.begin(), All.end(), [&](const std::string &Sql) { // want-note: the callable is run once per element by this call
    sqlite3 *Db = nullptr;
    sqlite3_open(Name.c_str(), &Db); // want: each 'sqlite3_open' opens a connection that is closed again
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  });
}

void filesOk(const std::vector<std::string> &Files) {
  std::for_each(Files.begin(), Files.end(), [](const std::string &File) {
    sqlite3 *Db = nullptr;
    sqlite3_open(File.c_str(), &Db);
    sqlite3_close(Db);
  });
}
