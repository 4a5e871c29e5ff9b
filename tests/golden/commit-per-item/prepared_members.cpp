// packages: Qt5Core,Qt5Sql
// args: -std=c++17 -fPIC
// A query prepared in one method and executed in another.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

class Journal {
public:
  explicit Journal(const QSqlDatabase &To) : Db(To), Insert(Db), Find(Db) {
    Insert.prepare("INSERT INTO journal(line) VALUES(?)"); // want-note: the statement is prepared here
    Find.prepare("SELECT id FROM journal WHERE line = ?");
  }
  void writeBad(const QStringList &Lines) {
    for (const QString &Line : Lines) {
      Insert.addBindValue(Line);
      Insert.exec(); // want[review]: each 'Insert.exec' of this INSERT is a transaction of its own
    }
  }
  void findOk(const QStringList &Lines) {
    for (const QString &Line : Lines) {
      Find.addBindValue(Line);
      Find.exec();
    }
  }

private:
  QSqlDatabase Db;
  QSqlQuery Insert, Find;
};

// A wrapper of the project around it.
class Command {
public:
  Command(const QSqlDatabase &Db, const QString &Sql) : Query(Db) {
    Query.prepare(Sql);
  }
  bool run(const QString &Value) {
    Query.bindValue(0, Value);
    return Query.exec();
  }

private:
  QSqlQuery Query;
};

void commandBad(QSqlDatabase Db, const QStringList &Lines) {
  Command Delete(Db, QStringLiteral("DELETE FROM journal WHERE line = ?"));
  for (const QString &Line : Lines)
    Delete.run(Line); // want[review]: each 'Delete.run' of this DELETE is a transaction of its own
}
void commandOk(QSqlDatabase Db, const QStringList &Lines) {
  Command Select(Db, QStringLiteral("SELECT 1 FROM journal WHERE line = ?"));
  for (const QString &Line : Lines)
    Select.run(Line);
}

int main() {}
