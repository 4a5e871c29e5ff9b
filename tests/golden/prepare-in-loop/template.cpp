// packages: sqlite3
#include <algorithm>
#include <sqlite3.h>
#include <vector>

template <typename T> void patternBad(sqlite3 *Db, const std::vector<int> &Ids, const T &) {
  for (int Id : Ids) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want: each 'sqlite3_prepare_v2' prepares the same INSERT again
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
}

void lambdaBad(sqlite3 *Db, const std::vector<int> &Ids) {
  patternBad(Db, Ids, 1);
  patternBad(Db, Ids, 'c');
  std::for_each(Ids.begin(), Ids.end(), [&](int Id) { // want-note: the callable is run once per element by this call
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want: each 'sqlite3_prepare_v2' prepares the same INSERT again
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  });
}
