// packages: sqlite3 Qt5Core Qt5Sql
// args: -std=c++17
// In the process there are no round trips: many small queries are fine.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <QVector>
#include <sqlite3.h>
#include <string>
#include <vector>

void sqliteOk(sqlite3 *Db, const std::vector<int> &Ids) {
  for (int Id : Ids)
    sqlite3_exec(Db, ("SELECT name FROM users WHERE id = " + std::to_string(Id)).c_str(), nullptr, nullptr, nullptr);
}

QSqlDatabase openOk() {
  QSqlDatabase Db = QSqlDatabase::addDatabase("QSQLITE");
  Db.setDatabaseName("users.db");
  Db.open();
  return Db;
}

void qtOk(const QVector<int> &Ids) {
  QSqlQuery Query(openOk());
  for (int Id : Ids)
    Query.exec("SELECT name FROM users WHERE id = " + QString::number(Id));
}
