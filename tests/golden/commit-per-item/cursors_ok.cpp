// packages: sqlite3
// The rows of one statement that deletes them, one in each iteration.
#include <sqlite3.h>
#include <string>
#include <vector>

class Cursor {
public:
  explicit Cursor(sqlite3 *Db) { sqlite3_prepare_v2(Db, "DELETE FROM t RETURNING id", -1, &Statement, nullptr); }
  ~Cursor() { sqlite3_finalize(Statement); }
  bool next() { return sqlite3_step(Statement) == SQLITE_ROW; }
  int id() { return sqlite3_column_int(Statement, 0); }

private:
  sqlite3_stmt *Statement = nullptr;
};

void classOk(sqlite3 *Db, std::vector<int> &Ids) {
  Cursor Rows(Db);
  while (Rows.next())
    Ids.push_back(Rows.id());
  for (bool Found = Rows.next(); Found; Found = Rows.next())
    Ids.push_back(Rows.id());
}

static bool next(sqlite3_stmt *Statement) {
  return sqlite3_step(Statement) == SQLITE_ROW;
}
void functionOk(sqlite3 *Db, std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "DELETE FROM t RETURNING id", -1, &Take, nullptr);
  while (next(Take))
    Ids.push_back(sqlite3_column_int(Take, 0));
  sqlite3_finalize(Take);
}

void breakOk(sqlite3 *Db, std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "DELETE FROM t RETURNING id", -1, &Take, nullptr);
  for (;;) {
    if (sqlite3_step(Take) != SQLITE_ROW)
      break;
    Ids.push_back(sqlite3_column_int(Take, 0));
  }
  sqlite3_finalize(Take);
}

void resultOk(sqlite3 *Db, std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "DELETE FROM t RETURNING id", -1, &Take, nullptr);
  int Result = sqlite3_step(Take);
  while (Result == SQLITE_ROW) {
    Ids.push_back(sqlite3_column_int(Take, 0));
    Result = sqlite3_step(Take);
  }
  sqlite3_finalize(Take);
}
