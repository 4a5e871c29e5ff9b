// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Program.h"
#include <map>
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace before {

void printCountries(pqxx::connection &c,
                    const std::vector<std::string> &customers) {
  pqxx::work tx(c);
  for (const std::string &name : customers) {
    const pqxx::row found =
        tx.exec_params1("SELECT country FROM customer WHERE name = $1", name);
    std::printf("%s: %s\n", name.c_str(), found[0].c_str());
  }
}

} // namespace before

namespace after {

void printCountries(pqxx::connection &c,
                    const std::vector<std::string> &customers) {
  std::string names = "{";
  for (const std::string &name : customers)
    names += (names.size() > 1 ? ",\"" : "\"") + name + "\"";
  names += "}";
  pqxx::work tx(c);
  std::map<std::string, std::string> countries;
  for (const pqxx::row &row : tx.exec_params(
           "SELECT name, country FROM customer WHERE name = ANY($1)", names))
    countries[row[0].c_str()] = row[1].c_str();
  for (const std::string &name : customers)
    std::printf("%s: %s\n", name.c_str(), countries[name].c_str());
}

} // namespace after

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  pqxx::connection c("");
  (asked.isAfter ? after::printCountries : before::printCountries)(
      c, slowpath::databases::texts("customer ", asked.n));
}
