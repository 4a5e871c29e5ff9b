// packages: Qt5Core Qt5Sql libmariadb libpq
// args: -std=c++17 -fPIC
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>
#include <SQLiteCpp/SQLiteCpp.h>
#include <cppconn/connection.h>
#include <cppconn/prepared_statement.h>
#include <cstring>
#include <memory>
#include <mysql.h>
#include <soci/soci.h>
#include <string>
#include <vector>

void qtBad(const QStringList &Names) {
  QSqlQuery Query;
  for (const QString &Name : Names) {
    Query.prepare("INSERT INTO t VALUES(?)"); // want: each 'Query.prepare' prepares the same INSERT again
    Query.addBindValue(Name);
    Query.exec();
  }
}

void qtOwnQueryBad(const QSqlDatabase &Db, const QStringList &Names) {
  for (const QString &Name : Names) {
    QSqlQuery Query(Db);
    Query.prepare(QStringLiteral("INSERT INTO t VALUES(?)")); // want: each 'Query.prepare' prepares the same INSERT again
    Query.addBindValue(Name);
    Query.exec();
  }
}

void sqliteCppBad(SQLite::Database &Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    SQLite::Statement Remove(Db, "DELETE FROM t WHERE id = ?"); // want: each 'SQLite::Statement' prepares the same DELETE again
    Remove.bind(1, Id);
    Remove.exec();
  }
}

void mysqlBad(MYSQL *Db, std::vector<int> &Ids) {
  const char *Sql = "DELETE FROM t WHERE id = ?";
  for (int &Id : Ids) {
    MYSQL_STMT *Remove = mysql_stmt_init(Db);
    mysql_stmt_prepare(Remove, Sql, std::strlen(Sql)); // want: each 'mysql_stmt_prepare' prepares the same DELETE again
    MYSQL_BIND Value;
    std::memset(&Value, 0, sizeof Value);
    Value.buffer_type = MYSQL_TYPE_LONG;
    Value.buffer = &Id;
    mysql_stmt_bind_param(Remove, &Value);
    mysql_stmt_execute(Remove);
    mysql_stmt_close(Remove);
  }
}

void connectorBad(sql::Connection *Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    const std::unique_ptr<sql::PreparedStatement> Remove(Db->prepareStatement("DELETE FROM t WHERE id = ?")); // want: each 'Db->prepareStatement' prepares the same DELETE again
    Remove->setInt(1, Id);
    Remove->execute();
  }
}

void sociBad(soci::session &Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    soci::statement Remove = (Db.prepare << "DELETE FROM t WHERE id = :id", soci::use(Id)); // want: each 'Db.prepare <<' prepares the same DELETE again
    Remove.execute(true);
  }
}
