// packages: sqlite3
#include <sqlite3.h>
#include <vector>

template <class Range> void saveBad(sqlite3 *Db, const Range &Rows) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const auto &Row : Rows) {
    if (Row > 0)
      sqlite3_exec(Db, "DELETE FROM t LIMIT 1", nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this DELETE
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

int main() { saveBad(nullptr, std::vector<int>()); }
