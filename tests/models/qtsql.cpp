// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt6Sql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>

void connections() {
  QSqlDatabase::addDatabase("QSQLITE");
  QSqlDatabase::addDatabase("QPSQL");
  QSqlDatabase Db = QSqlDatabase::database();
  Db.setDatabaseName("file");
  Db.open();
  Db.tables();
  Db.record("t");
  Db.close();
}

void transactions(QSqlDatabase &Db) {
  Db.transaction();
  Db.exec("INSERT INTO t VALUES (1)");
  Db.commit();
  Db.rollback();
}

void queries(QSqlDatabase &Db) {
  QSqlQuery AtOnce("INSERT INTO t VALUES (1)", Db);
  QSqlQuery OfDefault;
  QSqlQuery Query(Db);
  Query.exec("INSERT INTO t VALUES (1)");
  Query.next();
  Query.size();
  Query.lastInsertId();
  Query.finish();
}

void prepared(QSqlDatabase &Db) {
  QSqlQuery Query(Db);
  Query.prepare("INSERT INTO t VALUES (?)");
  Query.exec();
  Query.numRowsAffected();
  Query.execBatch();
}

void models(QSqlQueryModel &Queries, QSqlTableModel &Table) {
  Queries.setQuery("SELECT a FROM t");
  Table.select();
  Table.selectRow(1);
  Table.submitAll();
}
