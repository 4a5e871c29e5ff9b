// packages: libpq
#include <libpq-fe.h>
#include <string>
#include <vector>

void execBad(PGconn *C, const std::vector<int> &Ids) {
  PQclear(PQexec(C, "BEGIN"));
  for (int Id : Ids) {
    const std::string Sql = "DELETE FROM t WHERE id = " + std::to_string(Id);
    PQclear(PQexec(C, Sql.c_str())); // want[review]: each 'PQexec' of this DELETE is a transaction of its own
  }
  PQclear(PQexec(C, "COMMIT"));
}

void paramsBad(const char *Where, const std::vector<std::string> &Names) {
  PGconn *C = PQconnectdb(Where);
  PQclear(PQexec(C, "BEGIN"));
  for (const std::string &Name : Names) {
    const char *Values[] = {Name.c_str()};
    PGresult *Result = PQexecParams(C, "INSERT INTO t VALUES($1)", 1, nullptr, Values, nullptr, nullptr, 0); // want[review]: each 'PQexecParams' of this INSERT is a transaction of its own with a disk sync, once per iteration (n commits
    PQclear(Result);
  }
  PQclear(PQexec(C, "COMMIT"));
  PQfinish(C);
}

int main() {}
