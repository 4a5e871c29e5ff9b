// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>

void databases(SQLite::Database &Db) {
  SQLite::Database Own("file");
  Db.exec("UPDATE t SET a = 1");
  Db.tryExec("UPDATE t SET a = 1");
  Db.execAndGet("SELECT a FROM t");
  Db.tableExists("t");
  Db.backup("file", SQLite::Database::Save);
}

void statements(SQLite::Database &Db) {
  SQLite::Statement Change(Db, "UPDATE t SET a = ?");
  Change.exec();
  Change.getChanges();
  Db.getChanges();
  Change.reset();
  SQLite::Statement Find(Db, "SELECT a FROM t");
  Find.executeStep();
  Find.tryExecuteStep();
}

void transactions(SQLite::Database &Db) {
  SQLite::Transaction Transaction(Db);
  Transaction.commit();
  SQLite::Savepoint Savepoint(Db, "a");
  Savepoint.release();
}
