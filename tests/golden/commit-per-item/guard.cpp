// packages: sqlite3
// A transaction class of the project, one object per iteration.
#include <sqlite3.h>
#include <string>
#include <vector>

class Transaction {
public:
  explicit Transaction(sqlite3 *Of) : Db(Of) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Transaction() {
    if (!Done)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() {
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
    Done = true;
  }

private:
  sqlite3 *Db;
  bool Done = false;
};

class AutoTransaction {
public:
  explicit AutoTransaction(sqlite3 *Of) : Db(Of) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~AutoTransaction() { sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); }

private:
  sqlite3 *Db;
};

void commitBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    Transaction Tx(Db);
    const std::string Sql = "INSERT INTO t VALUES('" + Name + "')";
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
    Tx.commit(); // want[review]: each iteration is a transaction of its own: 'Tx.commit' commits and waits for the disk
  }
}

void destructorBad(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    AutoTransaction Tx(Db); // want[advice]: each iteration is a transaction of its own: the end of 'AutoTransaction' commits
    const std::string Sql = "INSERT INTO t VALUES('" + Name + "')";
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  }
}

int main() {}
