// packages: libmariadb
#include <mysql.h>
#include <string>
#include <vector>

void commitBad(MYSQL *M, const std::vector<int> &Ids) {
  mysql_autocommit(M, 0);
  for (int Id : Ids) {
    const std::string Sql = "UPDATE t SET n = 1 WHERE id = " + std::to_string(Id);
    mysql_query(M, Sql.c_str());
    mysql_commit(M); // want[advice]: each iteration is a transaction of its own: 'mysql_commit' commits and waits for the disk
  }
  mysql_autocommit(M, 1);
}

void onceOk(MYSQL *M, const std::vector<int> &Ids) {
  mysql_autocommit(M, 0);
  for (int Id : Ids) {
    const std::string Sql = "UPDATE t SET n = 1 WHERE id = " + std::to_string(Id);
    mysql_query(M, Sql.c_str());
  }
  mysql_commit(M);
  mysql_autocommit(M, 1);
}

int main() {}
