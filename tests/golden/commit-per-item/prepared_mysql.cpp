// packages: libmariadb
// A statement class of the project around the C library.
#include <cstring>
#include <mysql.h>
#include <stdexcept>
#include <string>
#include <vector>

class Statement {
public:
  Statement(MYSQL *Db, const std::string &Sql) : Handle(mysql_stmt_init(Db)) {
    if (mysql_stmt_prepare(Handle, Sql.c_str(), Sql.size()) != 0)
      throw std::runtime_error(mysql_stmt_error(Handle));
  }
  ~Statement() { mysql_stmt_close(Handle); }
  void bind(MYSQL_BIND *Values) { mysql_stmt_bind_param(Handle, Values); }
  bool execute() { return mysql_stmt_execute(Handle) == 0; }

private:
  MYSQL_STMT *Handle;
};

void insertAllBad(MYSQL *Db, std::vector<long> &Ids) {
  Statement Insert(Db, "INSERT INTO t VALUES(?)"); // want-note: the statement is prepared here
  for (long &Id : Ids) {
    MYSQL_BIND Value;
    std::memset(&Value, 0, sizeof Value);
    Value.buffer_type = MYSQL_TYPE_LONGLONG;
    Value.buffer = &Id;
    Insert.bind(&Value);
    Insert.execute(); // want[review]: each 'Insert.execute' of this INSERT is a transaction of its own
  }
}

class Writer {
public:
  explicit Writer(MYSQL *Of) : Db(Of), Stmt(mysql_stmt_init(Of)) {}
  void prepare() {
    const char *Sql = "UPDATE t SET n = n + 1 WHERE id = ?";
    mysql_stmt_prepare(Stmt, Sql, std::strlen(Sql));
  }
  void touchAllBad(const std::vector<MYSQL_BIND *> &Rows) {
    prepare();
    for (MYSQL_BIND *Row : Rows) {
      mysql_stmt_bind_param(Stmt, Row);
      mysql_stmt_execute(Stmt); // want[advice]: each 'mysql_stmt_execute' of this UPDATE
    }
  }

private:
  MYSQL *Db;
  MYSQL_STMT *Stmt;
};

void readAllOk(MYSQL *Db, std::vector<MYSQL_BIND *> &Keys) {
  Statement Select(Db, "SELECT n FROM t WHERE id = ?");
  for (MYSQL_BIND *Key : Keys) {
    Select.bind(Key);
    Select.execute();
  }
}

int main() {}
