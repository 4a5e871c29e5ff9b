// packages: sqlite3
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

void statementBad(const std::vector<std::string> &Names) {
  SQLite::Database Db("store.db", SQLite::OPEN_READWRITE);
  SQLite::Statement Insert(Db, "INSERT INTO t VALUES(?)");
  for (const std::string &Name : Names) {
    Insert.bind(1, Name);
    Insert.exec(); // want[review]: each 'Insert.exec' of this INSERT is a transaction of its own with a disk sync, once per iteration (n commits
    Insert.reset();
  }
}

void transactionsBad(SQLite::Database &Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    SQLite::Transaction Tx(Db);
    Db.exec("DELETE FROM t WHERE name = '" + Name + "'");
    Tx.commit(); // want[review]: each iteration is a transaction of its own: 'Tx.commit' commits
  }
}

void oneOk(SQLite::Database &Db, const std::vector<std::string> &Names) {
  SQLite::Transaction Tx(Db);
  for (const std::string &Name : Names)
    Db.exec("DELETE FROM t WHERE name = '" + Name + "'");
  Tx.commit();
}

int main() {}
