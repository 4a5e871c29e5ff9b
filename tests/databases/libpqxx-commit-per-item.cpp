// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Program.h"
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace before {

void save(pqxx::connection &c, const std::vector<std::string> &names) {
  for (const std::string &name : names) {
    pqxx::work tx(c);
    tx.exec("INSERT INTO person VALUES(" + tx.quote(name) + ")");
    tx.commit();
  }
}

} // namespace before

namespace after {

void save(pqxx::connection &c, const std::vector<std::string> &names) {
  pqxx::work tx(c);
  for (const std::string &name : names)
    tx.exec("INSERT INTO person VALUES(" + tx.quote(name) + ")");
  tx.commit();
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  pqxx::connection c("");
  (asked.isAfter ? after::save : before::save)(
      c, slowpath::databases::texts("person ", asked.n));
}
