// args: -isystem /usr/include/postgresql
#include "db.h"
#include <cstdarg>
#include <cstdio>

std::string format(const char *Format, ...) {
  char Text[1024];
  va_list Values;
  va_start(Values, Format);
  vsnprintf(Text, sizeof(Text), Format, Values);
  va_end(Values);
  return Text;
}

int Db::query(const char *Format, ...) {
  char Sql[1024];
  va_list Values;
  va_start(Values, Format);
  vsnprintf(Sql, sizeof(Sql), Format, Values);
  va_end(Values);
  return ask(Sql); // want-note: 'Db::query' calls 'ask' here
}

int Db::ask(const std::string &Sql) {
  // want-note@+2: 'ask' ends up in this call
  // want-note@+1: 'Db::ask' calls 'PQexec' here
  PGresult *Result = PQexec(Connection, Sql.c_str());
  const int Count = PQntuples(Result);
  PQclear(Result);
  return Count;
}
