// packages: sqlite3 Qt5Core Qt5Sql
// args: -std=c++17 -fPIC
// Databases that were told not to wait for the disk, by way of wrappers.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

void wrapperOk(const std::vector<std::string> &Names) {
  SQLite::Database Db("cache.db", SQLite::OPEN_READWRITE);
  Db.exec("PRAGMA synchronous = OFF");
  for (const std::string &Name : Names)
    Db.exec("INSERT INTO t VALUES('" + Name + "')");
}

void qtOk(const QStringList &Names) {
  QSqlDatabase Db = QSqlDatabase::addDatabase("QSQLITE");
  Db.setDatabaseName("cache.db");
  Db.open();
  QSqlQuery Query(Db);
  Query.exec("PRAGMA synchronous=0");
  for (const QString &Name : Names)
    Query.exec("INSERT INTO t VALUES('" + Name + "')");
}
