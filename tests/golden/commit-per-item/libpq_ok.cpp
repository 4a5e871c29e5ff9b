// packages: libpq
#include <libpq-fe.h>
#include <string>
#include <vector>

int main(int, char **Args) {
  PGconn *C = PQconnectdb(Args[1]);
  std::vector<std::string> Names(1000);

  PQclear(PQexec(C, "BEGIN"));
  for (const std::string &Name : Names) {
    const char *Values[] = {Name.c_str()};
    PQclear(PQexecParams(C, "INSERT INTO t VALUES($1)", 1, nullptr, Values, nullptr, nullptr, 0));
  }
  PQclear(PQexec(C, "COMMIT"));

  PQclear(PQexec(C, "COPY t FROM STDIN"));
  for (const std::string &Name : Names)
    PQputCopyData(C, Name.data(), static_cast<int>(Name.size()));
  PQputCopyEnd(C, nullptr);
  PQfinish(C);
}
