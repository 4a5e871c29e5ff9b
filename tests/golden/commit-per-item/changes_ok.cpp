// packages: sqlite3 Qt5Core Qt5Sql
// args: -std=c++17 -fPIC
// At most one row is changed, and then the loop ends.
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>
#include <sqlite3.h>
#include <vector>

bool equalOk(sqlite3 *Db, const std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "UPDATE t SET taken = 1 WHERE id = ? AND taken = 0", -1, &Take, nullptr);
  bool Taken = false;
  for (int Id : Ids) {
    sqlite3_bind_int(Take, 1, Id);
    sqlite3_step(Take);
    sqlite3_reset(Take);
    if (sqlite3_changes(Db) == 1) {
      Taken = true;
      break;
    }
  }
  sqlite3_finalize(Take);
  return Taken;
}

class Database {
public:
  void take(int Id) {
    const std::string Sql = "UPDATE t SET taken = 1 WHERE taken = 0 AND id = " + std::to_string(Id);
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  }
  int changes() const { return sqlite3_changes(Db); }

private:
  sqlite3 *Db = nullptr;
};

int wrapperOk(Database &Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    Db.take(Id);
    const int Taken = Db.changes();
    if (Taken > 0)
      return Id;
  }
  return 0;
}

QString qtOk(QSqlQuery &Take, const QStringList &Names) {
  Take.prepare("UPDATE t SET taken = 1 WHERE taken = 0 AND name = ?");
  for (const QString &Name : Names) {
    Take.addBindValue(Name);
    if (Take.exec() && Take.numRowsAffected() != 0)
      return Name;
  }
  return {};
}
