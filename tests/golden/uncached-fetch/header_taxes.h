#include <libpq-fe.h>
#include <string>
#include <vector>

inline void addTaxesBad(PGconn *Db, std::vector<double> &Totals) {
  for (double &Total : Totals) {
    PGresult *Result = PQexec(Db, "SELECT percent FROM taxes WHERE current"); // want: each 'PQexec' fetches the same
    Total *= std::stod(PQgetvalue(Result, 0, 0));
    PQclear(Result);
  }
}
