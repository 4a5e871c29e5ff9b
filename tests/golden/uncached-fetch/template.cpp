// packages: libpq
#include <algorithm>
#include <libpq-fe.h>
#include <string>
#include <vector>

template <typename T> void patternBad(PGconn *Db, std::vector<double> &Totals, const T &) {
  for (double &Total : Totals) {
    PGresult *Result = PQexec(Db, "SELECT percent FROM taxes WHERE current"); // want: each 'PQexec' fetches the same
    Total *= std::stod(PQgetvalue(Result, 0, 0));
    PQclear(Result);
  }
}

void lambdaBad(PGconn *Db, std::vector<double> &Totals) {
  patternBad(Db, Totals, 1);
  patternBad(Db, Totals, 'c');
  std::for_each(Totals.begin(), Totals.end(), [&](double &Total) { // want-note: the callable is run once per element by this call
    PGresult *Result = PQexec(Db, "SELECT percent FROM taxes WHERE current"); // want: each 'PQexec' fetches the same
    Total *= std::stod(PQgetvalue(Result, 0, 0));
    PQclear(Result);
  });
}
