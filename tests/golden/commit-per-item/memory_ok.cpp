// packages: sqlite3 Qt5Core Qt5Sql
// args: -std=c++17 -fPIC
// Databases in memory, or that do not wait, by way of wrappers.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <SQLiteCpp/SQLiteCpp.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

void wrapperOk(const Strings &Names) {
  SQLite::Database Db(":memory:", SQLite::OPEN_READWRITE);
  for (const std::string &Name : Names)
    Db.exec("INSERT INTO t VALUES('" + Name + "')");
}

void wrapperUnnamedOk(const Strings &Names) {
  SQLite::Database Db("", SQLite::OPEN_READWRITE);
  for (const std::string &Name : Names)
    Db.exec("INSERT INTO t VALUES('" + Name + "')");
}

void sociOk(const Strings &Names) {
  soci::session Sql(soci::sqlite3, ":memory:");
  for (const std::string &Name : Names)
    Sql << "INSERT INTO t VALUES('" << Name << "')";
}

void sociNamedOk(const Strings &Names) {
  soci::session Sql("sqlite3", "dbname=:memory:");
  for (const std::string &Name : Names)
    Sql << "INSERT INTO t VALUES('" << Name << "')";
}

void qtOk(const QStringList &Names) {
  QSqlDatabase Db = QSqlDatabase::addDatabase("QSQLITE");
  Db.setDatabaseName(":memory:");
  Db.open();
  QSqlQuery Query(Db);
  for (const QString &Name : Names)
    Query.exec("INSERT INTO t VALUES('" + Name + "')");
}
