// packages: libmariadb
// A write per row of a result.
#include <mysql.h>
#include <string>

void rowsBad(MYSQL *Db, MYSQL_RES *Users) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Users)) != nullptr) {
    const std::string Sql = std::string("UPDATE users SET seen = 1 WHERE id = ") + Row[0];
    mysql_query(Db, Sql.c_str()); // want[review]: each 'mysql_query' of this UPDATE is a transaction of its own
  }
}

int main() {}
