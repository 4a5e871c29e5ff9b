// packages: sqlite3
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

void statementBad(const std::vector<std::string> &Names) {
  SQLite::Database Db("store.db", SQLite::OPEN_READWRITE);
  SQLite::Statement Insert(Db, "INSERT INTO t VALUES(?)");
  SQLite::Transaction transaction(Db);
  for (const std::string &Name : Names) {
    Insert.bind(1, Name);
    Insert.exec(); // want[review]: each 'Insert.exec' of this INSERT is a transaction of its own with a disk sync, once per iteration (n commits
    Insert.reset();
  }
  transaction.commit();
}

void transactionsBad(SQLite::Database &Db, const std::vector<std::string> &Names) {
  SQLite::Transaction Tx(Db);
  for (const std::string &Name : Names) {
    Db.exec("DELETE FROM t WHERE name = '" + Name + "'");
    // want[review]: each iteration is a transaction of its own: 'Tx.commit' commits
  }
  Tx.commit();
}

void oneOk(SQLite::Database &Db, const std::vector<std::string> &Names) {
  SQLite::Transaction Tx(Db);
  for (const std::string &Name : Names)
    Db.exec("DELETE FROM t WHERE name = '" + Name + "'");
  Tx.commit();
}

int main() {}
