#include "store.h"

void run(sqlite3_stmt *Statement, int Id) {
  sqlite3_bind_int(Statement, 1, Id);
  sqlite3_step(Statement);
  sqlite3_reset(Statement);
}
