// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Program.h"
#include <libpq-fe.h>
#include <string>
#include <vector>

namespace before {

void run(const std::string &server,
         const std::vector<std::string> &statements) {
  for (const std::string &sql : statements) {
    PGconn *db = PQconnectdb(server.c_str());
    PQclear(PQexec(db, sql.c_str()));
    PQfinish(db);
  }
}

} // namespace before

namespace after {

void run(const std::string &server,
         const std::vector<std::string> &statements) {
  PGconn *db = PQconnectdb(server.c_str());
  for (const std::string &sql : statements)
    PQclear(PQexec(db, sql.c_str()));
  PQfinish(db);
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  std::vector<std::string> statements;
  for (const std::string &id : slowpath::databases::texts("", asked.n))
    statements.push_back("INSERT INTO item VALUES(" + id + ")");
  (asked.isAfter ? after::run : before::run)("", statements);
}
