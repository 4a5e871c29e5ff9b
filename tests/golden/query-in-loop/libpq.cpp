// packages: libpq
#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

struct Order {
  int Id = 0;
  std::string Customer;
  std::string Country;
};

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

void paramsBad(PGconn *C, std::vector<Order> &Orders) {
  for (Order &O : Orders) {
    const char *Values[] = {O.Customer.c_str()};
    PGresult *R = PQexecParams(C, "SELECT country FROM customer WHERE name = $1", 1, nullptr, Values, nullptr, nullptr, 0); // want[advice]: each 'PQexecParams' executes this SELECT: one round trip to the database per iteration (n queries // want-advice: SELECT country FROM customer WHERE name = ANY($1)  -- once, before the loop
    O.Country = PQgetvalue(R, 0, 0);
    PQclear(R);
  }
}

void textBad(PGconn *C, std::vector<Order> &Orders) {
  for (Order &O : Orders) {
    const std::string Sql =
        "SELECT country FROM customer WHERE name = '" + O.Customer + "'";
    const Result R(PQexec(C, Sql.c_str()), &PQclear); // want: each 'PQexec' executes this SELECT // want-advice: SELECT country FROM customer WHERE name = ANY($1)  -- once, before the loop
    O.Country = PQgetvalue(R.get(), 0, 0);
  }
}

// The rows of one query, and one more query for each of them.
void rowsBad(PGconn *C) {
  PGresult *Orders = PQexec(C, "SELECT id FROM orders");
  for (int I = 0; I < PQntuples(Orders); ++I) {
    const char *Id = PQgetvalue(Orders, I, 0);
    PGresult *Lines = PQexecParams(C, "SELECT * FROM line WHERE id = $1", 1, nullptr, &Id, nullptr, nullptr, 0); // want: each 'PQexecParams' executes this SELECT
    PQclear(Lines);
  }
  PQclear(Orders);
}

std::string countryOf(PGconn *C, const std::string &Customer) {
  const char *Values[] = {Customer.c_str()};
  // want-note@+1: 'countryOf' calls 'PQexecParams' here
  PGresult *R = PQexecParams(C, "SELECT country FROM customer WHERE name = $1", 1, nullptr, Values, nullptr, nullptr, 0);
  std::string Country = PQgetvalue(R, 0, 0);
  PQclear(R);
  return Country;
}

void helperBad(PGconn *C, std::vector<Order> &Orders) {
  // want-note@+1: inside this loop
  for (Order &O : Orders)
    O.Country = countryOf(C, O.Customer); // want: each 'countryOf' leads to this SELECT
}

PGresult *ask(PGconn *C, const std::string &Sql) { return PQexec(C, Sql.c_str()); }

void wrapperBad(PGconn *C, const std::vector<Order> &Orders) {
  for (const Order &O : Orders)
    PQclear(ask(C, "SELECT * FROM line WHERE id = " + std::to_string(O.Id))); // want: each 'ask' executes this SELECT
}

// Under a condition on the item, it still grows with the items.
void someBad(PGconn *C, std::vector<Order> &Orders) {
  for (Order &O : Orders)
    if (O.Country.empty())
      O.Country = countryOf(C, O.Customer); // want: each 'countryOf' leads to this SELECT
}
