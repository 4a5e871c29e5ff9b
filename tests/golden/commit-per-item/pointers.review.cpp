// packages: sqlite3 Qt5Core Qt5Sql libpqxx
// args: -std=c++17 -fPIC
// Connections behind pointers of all kinds.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

void rawBad(SQLite::Database *Db, const Strings &Names) {
  SQLite::Transaction transaction(*Db);
  for (const std::string &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
  transaction.commit();
}

void uniqueBad(const std::unique_ptr<SQLite::Database> &Db, const Strings &Names) {
  SQLite::Transaction transaction(*Db);
  for (const std::string &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
  transaction.commit();
}

void starBad(const std::unique_ptr<SQLite::Database> &Db, const Strings &Names) {
  SQLite::Statement Insert(*Db, "INSERT INTO t VALUES(?)");
  SQLite::Transaction transaction(*Db);
  for (const std::string &Name : Names) {
    Insert.bind(1, Name);
    Insert.exec(); // want[review]: each 'Insert.exec' of this INSERT
    Insert.reset();
  }
  transaction.commit();
}

void sociRawBad(soci::session *Sql, const Strings &Names) {
  soci::transaction tr(*Sql);
  for (const std::string &Name : Names)
    *Sql << "INSERT INTO t VALUES('" << Name << "')"; // want[review]: each
  tr.commit();
}

void sociSharedBad(const std::shared_ptr<soci::session> &Sql, const Strings &Names) {
  soci::transaction tr(*Sql);
  for (const std::string &Name : Names)
    *Sql << "INSERT INTO t VALUES('" << Name << "')"; // want[review]: each
  tr.commit();
}

void qtBad(QSqlDatabase *Db, const QStringList &Names) {
  Db->transaction();
  for (const QString &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
  Db->commit();
}

void qtQueryBad(const std::unique_ptr<QSqlDatabase> &Db, const QStringList &Names) {
  QSqlQuery Query(*Db);
  Db->transaction();
  for (const QString &Name : Names)
    Query.exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Query.exec' of this INSERT
  Db->commit();
}

void pqxxBad(const std::unique_ptr<pqxx::connection> &C, const Strings &Names) {
  pqxx::work Tx(*C);
  for (const std::string &Name : Names) {
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
    // want[review]: each iteration is a transaction of its own
  }
  Tx.commit();
}

class Store {
public:
  void addBad(const Strings &Names) {
    SQLite::Transaction transaction(*Db);
    for (const std::string &Name : Names)
      Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
    transaction.commit();
  }

private:
  std::shared_ptr<SQLite::Database> Db;
};
