// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Libpq.h"
#include "tests/databases/Program.h"
#include <libpq-fe.h>
#include <string>
#include <vector>

namespace before {

void save(PGconn *db, const std::vector<std::string> &names) {
  for (const std::string &name : names) {
    const char *value = name.c_str();
    PQclear(PQexecParams(db, "INSERT INTO person VALUES($1)", 1, nullptr,
                         &value, nullptr, nullptr, 0));
  }
}

} // namespace before

namespace after {

void save(PGconn *db, const std::vector<std::string> &names) {
  PQclear(PQexec(db, "BEGIN"));
  for (const std::string &name : names) {
    const char *value = name.c_str();
    PQclear(PQexecParams(db, "INSERT INTO person VALUES($1)", 1, nullptr,
                         &value, nullptr, nullptr, 0));
  }
  PQclear(PQexec(db, "COMMIT"));
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  PGconn *db = slowpath::databases::connect();
  (asked.isAfter ? after::save : before::save)(
      db, slowpath::databases::texts("person ", asked.n));
  PQfinish(db);
}
