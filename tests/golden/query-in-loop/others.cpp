// packages: libpqxx Qt5Core Qt5Sql
// args: -std=c++17 -isystem/usr/include/mariadb
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <QVector>
#include <mysql.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct User {
  int Id = 0;
  std::string Name;
};

void pqxxBad(pqxx::work &Tx, std::vector<User> &Users) {
  for (User &U : Users) {
    const pqxx::result R = Tx.exec("SELECT name FROM users WHERE id = " + std::to_string(U.Id)); // want: each 'Tx.exec' executes this SELECT // want-advice: SELECT name FROM users WHERE id = ANY($1)  -- once, before the loop
    U.Name = R[0][0].c_str();
  }
}

void mysqlBad(MYSQL *Db, std::vector<User> &Users) {
  for (User &U : Users) {
    const std::string Sql = "SELECT name FROM users WHERE id = '" + std::to_string(U.Id) + "'";
    if (mysql_query(Db, Sql.c_str()) != 0) // want: each 'mysql_query' executes this SELECT // want-advice: SELECT name FROM users WHERE id IN (…)  -- once, before the loop
      continue;
    MYSQL_RES *Rows = mysql_store_result(Db);
    U.Name = mysql_fetch_row(Rows)[0];
    mysql_free_result(Rows);
  }
}

class UserTable {
public:
  explicit UserTable(const QSqlDatabase &Database) : Db(Database) {}

  QString name(int Id) {
    QSqlQuery Query(Db);
    Query.prepare("SELECT name FROM users WHERE id = :id");
    Query.bindValue(":id", Id);
    Query.exec(); // want-note: 'UserTable::name' calls 'Query.exec' here
    return Query.next() ? Query.value(0).toString() : QString();
  }

private:
  QSqlDatabase Db;
};

QVector<QString> qtBad(UserTable &Table, const QVector<int> &Ids) {
  QVector<QString> Names;
  for (int Id : Ids)
    Names.append(Table.name(Id)); // want: each 'Table.name' leads to this SELECT // want-advice: SELECT name FROM users WHERE id IN (…)  -- once, before the loop
  return Names;
}
