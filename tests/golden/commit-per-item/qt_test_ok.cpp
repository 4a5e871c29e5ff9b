// packages: Qt5Core Qt5Sql Qt5Test
// as: src/store.cpp
// args: -std=c++17 -fPIC
// options: slowpath.Tests=false
#include <QObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

class Store : public QObject {
  Q_OBJECT
private slots:
  void insertsManyOk();
};

void Store::insertsManyOk() {
  QSqlQuery Query(QSqlDatabase::database());
  for (int I = 0; I < 1000; ++I)
    QVERIFY(Query.exec(QStringLiteral("INSERT INTO t VALUES(%1)").arg(I)));
}

QTEST_MAIN(Store)
