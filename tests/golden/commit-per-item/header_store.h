#include <sqlite3.h>
#include <string>
#include <vector>

inline void storeBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    const std::string Sql = "INSERT INTO t VALUES('" + Name + "')";
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this INSERT
  }
}
