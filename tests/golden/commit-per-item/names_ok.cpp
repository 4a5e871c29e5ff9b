// packages: Qt5Core,Qt5Sql
// args: -std=c++17 -fPIC
// Functions whose name or class alone does not make them a write or a commit.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>
#include <vector>

// Of the two constructors, this one executes nothing.
void constructorOk(QSqlDatabase &Db, const QStringList &Names, std::vector<QSqlQuery> &Made) {
  for (const QString &Name : Names) {
    QSqlQuery Query(Db);
    Query.prepare("INSERT INTO t(name) VALUES(?)");
    Query.bindValue(0, Name);
    Made.push_back(Query);
  }
}

// The statement is one that reads, and exec() runs it.
void readOk(QSqlDatabase &Db, const QStringList &Names, QStringList &Found) {
  QSqlQuery Query(Db);
  Query.prepare("SELECT name FROM t WHERE name = ?");
  for (const QString &Name : Names) {
    Query.bindValue(0, Name);
    Query.exec();
    while (Query.next())
      Found << Query.value(0).toString();
  }
}

// A connection for each.
void tenantsOk(const QStringList &Tenants) {
  for (const QString &Tenant : Tenants) {
    QSqlDatabase Db = QSqlDatabase::database(Tenant);
    QSqlQuery Query(Db);
    Query.exec("UPDATE t SET n = 0");
  }
}

// The project's own functions of the same names.
namespace git {
struct Repository {
  void begin();
  void exec(const QString &Command);
  void commit();
};
} // namespace git
void versionsOk(git::Repository &Repository, const QStringList &Files) {
  for (const QString &File : Files) {
    Repository.begin();
    Repository.exec("INSERT " + File);
    Repository.commit();
  }
}
