// packages: Qt5Core Qt5Sql
// args: -std=c++17 -fPIC
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>
#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <soci/soci.h>
#include <string>
#include <vector>

void qtOk(const QStringList &Names) {
  QSqlQuery Query;
  Query.prepare("INSERT INTO t VALUES(?)");
  for (const QString &Name : Names) {
    Query.addBindValue(Name);
    Query.exec();
  }
}

// A connection for each.
void tenantsOk(const QStringList &Tenants) {
  for (const QString &Tenant : Tenants) {
    QSqlQuery Query(QSqlDatabase::database(Tenant));
    Query.prepare("UPDATE t SET n = ?");
    Query.addBindValue(0);
    Query.exec();
  }
}

// More text follows.
void streamedOk(soci::session &Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    soci::statement Count = (Db.prepare << "SELECT count(*) FROM \"" << Name << "\"");
    Count.execute(true);
  }
}

// Once, by a flag.
class Writer {
public:
  void writeOk(const QStringList &Names) {
    for (const QString &Name : Names) {
      if (!IsPrepared) {
        Insert.prepare("INSERT INTO t VALUES(?)");
        IsPrepared = true;
      }
      Insert.addBindValue(Name);
      Insert.exec();
    }
  }

private:
  QSqlQuery Insert;
  bool IsPrepared = false;
};

class Reader {
public:
  explicit Reader(SQLite::Database &From) : Db(From) {}
  int countOk(const std::vector<int> &Ids) {
    int Count = 0;
    for (int Id : Ids) {
      if (!Find)
        Find = std::make_unique<SQLite::Statement>(Db, "SELECT 1 FROM t WHERE id = ?");
      Find->bind(1, Id);
      Count += Find->executeStep();
      Find->reset();
    }
    return Count;
  }

private:
  SQLite::Database &Db;
  std::unique_ptr<SQLite::Statement> Find;
};
