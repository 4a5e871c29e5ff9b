// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Program.h"
#include <pqxx/pqxx>
#include <vector>

namespace before {

void addAll(pqxx::connection &c, const std::vector<int> &ids) {
  pqxx::work tx(c);
  for (int id : ids) {
    c.prepare("add", "INSERT INTO item VALUES($1)");
    tx.exec_prepared("add", id);
  }
  tx.commit();
}

} // namespace before

namespace after {

void addAll(pqxx::connection &c, const std::vector<int> &ids) {
  c.prepare("add", "INSERT INTO item VALUES($1)");
  pqxx::work tx(c);
  for (int id : ids)
    tx.exec_prepared("add", id);
  tx.commit();
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  pqxx::connection c("");
  (asked.isAfter ? after::addAll
                 : before::addAll)(c, slowpath::databases::numbers(asked.n));
}
