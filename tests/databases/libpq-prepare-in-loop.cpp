// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Libpq.h"
#include "tests/databases/Program.h"
#include <libpq-fe.h>
#include <string>
#include <vector>

namespace before {

void addAll(PGconn *db, const std::vector<int> &ids) {
  for (int id : ids) {
    const std::string text = std::to_string(id);
    const char *value = text.c_str();
    PQclear(PQprepare(db, "", "INSERT INTO item VALUES($1)", 1, nullptr));
    PQclear(PQexecPrepared(db, "", 1, &value, nullptr, nullptr, 0));
  }
}

} // namespace before

namespace after {

void addAll(PGconn *db, const std::vector<int> &ids) {
  PQclear(PQprepare(db, "", "INSERT INTO item VALUES($1)", 1, nullptr));
  for (int id : ids) {
    const std::string text = std::to_string(id);
    const char *value = text.c_str();
    PQclear(PQexecPrepared(db, "", 1, &value, nullptr, nullptr, 0));
  }
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  PGconn *db = slowpath::databases::connect();
  (asked.isAfter ? after::addAll
                 : before::addAll)(db, slowpath::databases::numbers(asked.n));
  PQfinish(db);
}
