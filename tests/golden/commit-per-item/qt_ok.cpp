// packages: Qt5Core,Qt5Sql
// args: -std=c++17 -fPIC
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

static void fill(QSqlQuery &Query, const QStringList &Names) {
  for (const QString &Name : Names) {
    Query.bindValue(0, Name);
    Query.exec();
  }
}

int main(int Count, char **Args) {
  QSqlDatabase Db = QSqlDatabase::addDatabase("QSQLITE");
  Db.setDatabaseName(Args[1]);
  Db.open();
  QStringList Names;
  for (int I = 1; I < Count; ++I)
    Names << Args[I];

  Db.transaction();
  QSqlQuery Query(Db);
  Query.prepare("INSERT INTO t(name) VALUES(?)");
  for (const QString &Name : Names) {
    Query.bindValue(0, Name);
    Query.exec();
  }
  fill(Query, Names);
  Db.commit();

  // This one runs the statement only once.
  QSqlQuery All("DELETE FROM t", Db);
  while (All.next())
    Names << All.value(0).toString();

  // One batch
  QVariantList Values;
  for (const QString &Name : Names)
    Values << Name;
  Query.addBindValue(Values);
  Query.execBatch();
}
