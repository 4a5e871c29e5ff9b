// packages: libpq
#include <cstdio>
#include <cstdlib>
#include <libpq-fe.h>
#include <map>
#include <string>
#include <vector>

using Ids = std::vector<int>;
using Names = std::vector<std::string>;

static bool fill(PGconn *C, const std::string &Sql, Names *Into) {
  PGresult *R = PQexec(C, Sql.c_str());
  if (PQresultStatus(R) != PGRES_TUPLES_OK) {
    PQclear(R);
    return false;
  }
  for (int I = 0; I < PQntuples(R); ++I)
    Into->push_back(PQgetvalue(R, I, 0));
  PQclear(R);
  return true;
}
static std::string sqlFor(int Id) {
  return "SELECT name FROM line WHERE id = " + std::to_string(Id);
}

// To end when something has gone wrong is no answer.
void exitsBad(PGconn *C, const Ids &All, Names &Found) {
  for (int Id : All)
    if (!fill(C, "SELECT name FROM line WHERE id = " + std::to_string(Id), &Found)) // want: each 'fill' executes this SELECT
      std::exit(1);
}
bool returnsBad(PGconn *C, const Ids &All, Names &Found) {
  for (int Id : All) {
    if (!fill(C, "SELECT name FROM line WHERE id = " + std::to_string(Id), &Found)) { // want: each 'fill' executes this SELECT
      std::puts("no line");
      return false;
    }
  }
  return true;
}
int statusBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  for (int Id : All) {
    const std::string Sql = "SELECT name FROM line WHERE id = " + std::to_string(Id);
    PGresult *R = PQexec(C, Sql.c_str()); // want: each 'PQexec' executes this SELECT
    if (PQresultStatus(R) != PGRES_TUPLES_OK) {
      PQclear(R);
      return -1;
    }
    Sum += PQntuples(R);
    PQclear(R);
  }
  return Sum;
}

// The answer says whether the next one is asked.
static bool exists(PGconn *C, const std::string &Sql) {
  PGresult *R = PQexec(C, Sql.c_str());
  const bool Any = PQntuples(R) > 0;
  PQclear(R);
  return Any;
}
bool allOk(PGconn *C, const Ids &All) {
  for (int Id : All)
    if (!exists(C, "SELECT name FROM line WHERE id = " + std::to_string(Id)))
      return false;
  return true;
}
int emptyOk(PGconn *C, const Ids &All) {
  for (int Id : All) {
    PGresult *R = PQexec(C, ("SELECT name FROM line WHERE id = " + std::to_string(Id)).c_str());
    const int Found = PQntuples(R);
    PQclear(R);
    if (Found != 1)
      return Id;
  }
  return 0;
}
bool firstOk(PGconn *C, const Ids &All, Names &Found) {
  for (int Id : All)
    if (fill(C, sqlFor(Id), &Found))
      return true;
  return false;
}
