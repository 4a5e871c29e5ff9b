// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Program.h"
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace before {

void run(const std::string &server,
         const std::vector<std::string> &statements) {
  for (const std::string &sql : statements) {
    pqxx::connection c(server);
    pqxx::nontransaction(c).exec(sql);
  }
}

} // namespace before

namespace after {

void run(const std::string &server,
         const std::vector<std::string> &statements) {
  pqxx::connection c(server);
  for (const std::string &sql : statements)
    pqxx::nontransaction(c).exec(sql);
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  std::vector<std::string> statements;
  for (const std::string &id : slowpath::databases::texts("", asked.n))
    statements.push_back("INSERT INTO item VALUES(" + id + ")");
  (asked.isAfter ? after::run : before::run)("", statements);
}
