#include <sqlite3.h>
#include <vector>

inline void insertAllBad(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want: each 'sqlite3_prepare_v2' prepares the same INSERT again
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
}
