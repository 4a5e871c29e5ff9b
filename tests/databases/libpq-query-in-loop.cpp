// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/databases/Libpq.h"
#include "tests/databases/Program.h"
#include <libpq-fe.h>
#include <map>
#include <string>
#include <vector>

namespace before {

struct Order {
  std::string customer;
  std::string country;
};

void addCountries(PGconn *db, std::vector<Order> &orders) {
  for (Order &order : orders) {
    const char *name = order.customer.c_str();
    PGresult *found =
        PQexecParams(db, "SELECT country FROM customer WHERE name = $1", 1,
                     nullptr, &name, nullptr, nullptr, 0);
    order.country = PQgetvalue(found, 0, 0);
    PQclear(found);
  }
}

} // namespace before

namespace after {

struct Order {
  std::string customer;
  std::string country;
};

void addCountries(PGconn *db, std::vector<Order> &orders) {
  std::string names = "{";
  for (const Order &order : orders)
    names += (names.size() > 1 ? ",\"" : "\"") + order.customer + "\"";
  names += "}";
  const char *all = names.c_str();
  PGresult *found = PQexecParams(
      db, "SELECT name, country FROM customer WHERE name = ANY($1)", 1, nullptr,
      &all, nullptr, nullptr, 0);
  std::map<std::string, std::string> countries;
  for (int row = 0; row < PQntuples(found); ++row)
    countries[PQgetvalue(found, row, 0)] = PQgetvalue(found, row, 1);
  PQclear(found);
  for (Order &order : orders)
    order.country = countries[order.customer];
}

} // namespace after

namespace {

template <typename Order>
void print(int n, void (*addCountries)(PGconn *, std::vector<Order> &)) {
  std::vector<Order> orders;
  for (const std::string &customer : slowpath::databases::texts("customer ", n))
    orders.push_back({customer, ""});
  PGconn *db = slowpath::databases::connect();
  addCountries(db, orders);
  PQfinish(db);
  for (const Order &order : orders)
    std::printf("%s: %s\n", order.customer.c_str(), order.country.c_str());
}

} // namespace

int main(int argc, char **argv) {
  const auto asked = slowpath::databases::parseArguments(argc, argv);
  if (asked.isAfter)
    print(asked.n, after::addCountries);
  else
    print(asked.n, before::addCountries);
}
