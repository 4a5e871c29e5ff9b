// packages: libmariadb
#include <cstring>
#include <mysql.h>
#include <string>
#include <vector>

void queryBad(MYSQL *M, const std::vector<int> &Ids) {
  mysql_autocommit(M, 0);
  for (int Id : Ids) {
    const std::string Sql = "UPDATE t SET n = 1 WHERE id = " + std::to_string(Id);
    mysql_query(M, Sql.c_str()); // want[review]: each 'mysql_query' of this UPDATE is a transaction of its own
  }
  mysql_commit(M);
  mysql_autocommit(M, 1);
}

void preparedBad(MYSQL *M, const std::vector<int> &Ids) {
  MYSQL_STMT *Insert = mysql_stmt_init(M);
  const char *Sql = "INSERT INTO t VALUES(?)";
  mysql_stmt_prepare(Insert, Sql, std::strlen(Sql));
  mysql_autocommit(M, 0);
  for (size_t I = 0; I < Ids.size(); ++I)
    mysql_stmt_execute(Insert); // want[review]: each 'mysql_stmt_execute' of this INSERT is a transaction of its own
  mysql_commit(M);
  mysql_autocommit(M, 1);
  mysql_stmt_close(Insert);
}

int main() {}
