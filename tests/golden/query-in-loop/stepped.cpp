// packages: libmariadb,libpq
// A query per row of another, whatever the loop over its rows looks like.
#include <libpq-fe.h>
#include <mysql.h>
#include <string>

void use(MYSQL_RES *Rows);

static void load(MYSQL *Db, const std::string &Id) {
  const std::string Sql = "SELECT name FROM users WHERE id = '" + Id + "'";
  mysql_query(Db, Sql.c_str());
  use(mysql_store_result(Db));
}
void assignedBad(MYSQL *Db, MYSQL_RES *Ids) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Ids)))
    load(Db, Row[0]); // want: each 'load' leads to this SELECT
}

void comparedBad(MYSQL *Db, MYSQL_RES *Ids) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Ids)) != nullptr) {
    const std::string Sql = std::string("SELECT name FROM users WHERE id = '") + Row[0] + "'";
    mysql_query(Db, Sql.c_str()); // want: each 'mysql_query' executes this SELECT
    use(mysql_store_result(Db));
  }
}

void countedBad(PGconn *Db, PGresult *Ids) {
  for (int I = 0; I < PQntuples(Ids); ++I) {
    const std::string Sql = std::string("SELECT name FROM users WHERE id = '") + PQgetvalue(Ids, I, 0) + "'";
    PQclear(PQexec(Db, Sql.c_str())); // want: each 'PQexec' executes this SELECT
  }
}
