// packages: libmariadb
// Rows of what there are few of.
#include <mysql.h>
#include <string>

void devicesOk(MYSQL *Db, MYSQL_RES *Devices) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Devices)) != nullptr) {
    const std::string Sql = std::string("UPDATE devices SET seen = 1 WHERE id = ") + Row[0];
    mysql_query(Db, Sql.c_str());
  }
}
