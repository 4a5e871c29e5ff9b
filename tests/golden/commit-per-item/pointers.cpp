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
  for (const std::string &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
}

void uniqueBad(const std::unique_ptr<SQLite::Database> &Db, const Strings &Names) {
  for (const std::string &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
}

void starBad(const std::unique_ptr<SQLite::Database> &Db, const Strings &Names) {
  SQLite::Statement Insert(*Db, "INSERT INTO t VALUES(?)");
  for (const std::string &Name : Names) {
    Insert.bind(1, Name);
    Insert.exec(); // want[review]: each 'Insert.exec' of this INSERT
    Insert.reset();
  }
}

void sociRawBad(soci::session *Sql, const Strings &Names) {
  for (const std::string &Name : Names)
    *Sql << "INSERT INTO t VALUES('" << Name << "')"; // want[review]: each
}

void sociSharedBad(const std::shared_ptr<soci::session> &Sql, const Strings &Names) {
  for (const std::string &Name : Names)
    *Sql << "INSERT INTO t VALUES('" << Name << "')"; // want[review]: each
}

void qtBad(QSqlDatabase *Db, const QStringList &Names) {
  for (const QString &Name : Names)
    Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
}

void qtQueryBad(const std::unique_ptr<QSqlDatabase> &Db, const QStringList &Names) {
  QSqlQuery Query(*Db);
  for (const QString &Name : Names)
    Query.exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Query.exec' of this INSERT
}

void pqxxBad(const std::unique_ptr<pqxx::connection> &C, const Strings &Names) {
  for (const std::string &Name : Names) {
    pqxx::work Tx(*C);
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
    Tx.commit(); // want[review]: each iteration is a transaction of its own
  }
}

class Store {
public:
  void addBad(const Strings &Names) {
    for (const std::string &Name : Names)
      Db->exec("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Db->exec' of this INSERT
  }

private:
  std::shared_ptr<SQLite::Database> Db;
};
