// packages: libpq
// args: -std=c++17
#include <libpq-fe.h>
#include <map>
#include <string>
#include <vector>

struct Order {
  int Id = 0;
  double Total = 0;
};

static double one(PGresult *Result) {
  const double Value = std::stod(PQgetvalue(Result, 0, 0));
  PQclear(Result);
  return Value;
}

static double rate(PGconn *Db, const std::string &Currency) {
  return one(PQexec(Db, ("SELECT rate FROM rates WHERE currency = '" + Currency + "'").c_str()));
}

// The text is complete.
static double tax(PGconn *Db) {
  return one(PQexec(Db, "SELECT percent FROM taxes WHERE current")); // want-note: 'tax' calls 'PQexec' here
}

void eachBad(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders) // want-note: inside this loop
    Each.Total *= tax(Db); // want[advice]: each 'tax' leads to fetching the same from a server again
}

void directBad(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total *= one(PQexec(Db, "SELECT percent FROM taxes WHERE current")); // want: each 'PQexec' fetches the same
}
