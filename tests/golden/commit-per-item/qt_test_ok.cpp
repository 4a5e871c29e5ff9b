// packages: Qt5Core Qt5Sql Qt5Test
// as: src/store.cpp
// args: -std=c++17 -fPIC
// options: slowpath.Tests=false
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

class Store : public QObject {
  Q_OBJECT
private slots:
  void insertsManyOk();
  void cleanupOk() {
    QSqlQuery Query(QSqlDatabase::database());
    for (const QString &Name : Names)
      Query.exec("DELETE FROM t WHERE name = '" + Name + "'");
  }

private:
  QStringList Names;
};

void Store::insertsManyOk() {
  QSqlQuery Query(QSqlDatabase::database());
  for (const QString &Name : Names)
    QVERIFY(Query.exec("INSERT INTO t VALUES('" + Name + "')"));
}

QTEST_MAIN(Store)
