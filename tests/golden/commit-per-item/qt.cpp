// packages: Qt5Core,Qt5Sql
// args: -std=c++17 -fPIC
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

void textBad(QSqlDatabase &Db, const QStringList &Names) {
  for (const QString &Name : Names) {
    QSqlQuery Query(Db);
    Query.exec(QStringLiteral("INSERT INTO t(name) VALUES('%1')").arg(Name)); // want[review]: each 'Query.exec' of this INSERT is a transaction of its own
  }
}

void preparedBad(const QStringList &Names) {
  QSqlQuery Query;
  Query.prepare("UPDATE t SET seen = 1 WHERE name = ?");
  foreach (const QString &Name, Names) {
    Query.bindValue(0, Name);
    Query.exec(); // want: each 'Query.exec' of this UPDATE is a transaction of its own
  }
}

void constructorBad(const QStringList &Names) {
  QSqlDatabase Db = QSqlDatabase::database("main");
  for (const QString &Name : Names)
    QSqlQuery("DELETE FROM t WHERE name = '" + Name + "'", Db); // want[review]: each 'QSqlQuery' of this DELETE is a transaction of its own
}

// transaction() cannot be called on what is const: shown only.
void constBad(const QSqlDatabase &Db, const QStringList &Names) {
  for (const QString &Name : Names) {
    QSqlQuery Query(Db);
    Query.exec("DELETE FROM t WHERE name = '" + Name + "'"); // want[advice]: each 'Query.exec' of this DELETE is a transaction of its own
  }
}

class Dao {
public:
  explicit Dao(const QSqlDatabase &Of) : Db(Of) {}
  void saveBad(const QStringList &Names) {
    QSqlQuery Query(Db);
    Query.prepare(QLatin1String("INSERT INTO t(name) VALUES(:name)"));
    for (const QString &Name : Names) {
      Query.bindValue(":name", Name);
      if (!Query.exec()) // want: each 'Query.exec' of this INSERT is a transaction of its own with a disk sync, once per iteration, unless a caller has opened one
        qWarning("not saved");
    }
  }

private:
  QSqlDatabase Db;
};

int main() {}
