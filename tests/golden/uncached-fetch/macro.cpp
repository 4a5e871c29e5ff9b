// packages: libpq
#include <libpq-fe.h>
#include <string>
#include <vector>

#define EACH(Total, All) for (double &Total : All)
#define TAXES(Db) PQexec(Db, "SELECT percent FROM taxes WHERE current")

void loopBad(PGconn *Db, std::vector<double> &Totals) {
  EACH(Total, Totals) {
    PGresult *Result = PQexec(Db, "SELECT percent FROM taxes WHERE current"); // want: each 'PQexec' fetches the same
    Total *= std::stod(PQgetvalue(Result, 0, 0));
    PQclear(Result);
  }
}

// Nobody wrote this call here.
void bodyOk(PGconn *Db, std::vector<double> &Totals) {
  for (double &Total : Totals) {
    PGresult *Result = TAXES(Db);
    Total *= std::stod(PQgetvalue(Result, 0, 0));
    PQclear(Result);
  }
}
