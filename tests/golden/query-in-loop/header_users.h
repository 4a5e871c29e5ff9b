#include <libpq-fe.h>
#include <string>
#include <vector>

inline void usersBad(PGconn *C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    const std::string Sql = "SELECT id FROM users WHERE name = '" + Name + "'";
    PQclear(PQexec(C, Sql.c_str())); // want: each 'PQexec' executes this SELECT
  }
}
