// packages: sqlite3
#include <sqlite3.h>
#include <vector>

// At most one row is changed, and then the loop ends: not seen, for the write's
// own result does not say so.
bool FP_changes(sqlite3 *Db, const std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "UPDATE t SET taken = 1 WHERE id = ? AND taken = 0", -1, &Take, nullptr);
  bool Taken = false;
  for (int Id : Ids) {
    sqlite3_bind_int(Take, 1, Id);
    sqlite3_step(Take); // want[advice]: each 'sqlite3_step' of this UPDATE is a transaction of its own
    sqlite3_reset(Take);
    if (sqlite3_changes(Db) == 1) {
      Taken = true;
      break;
    }
  }
  sqlite3_finalize(Take);
  return Taken;
}
