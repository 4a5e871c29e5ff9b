// packages: libpq fmt
// args: -std=c++20
#include <cstdarg>
#include <cstdio>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

using Ids = std::vector<int>;

int ask(PGconn *C, const char *Sql) {
  PGresult *R = PQexec(C, Sql);
  const int Found = PQntuples(R);
  PQclear(R);
  return Found;
}

int bufferBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  for (int Id : All) {
    char Sql[128];
    snprintf(Sql, sizeof(Sql), "SELECT * FROM line WHERE id = %d", Id);
    Sum += ask(C, Sql); // want: each 'ask' executes this SELECT // want-advice: SELECT * FROM line WHERE id = ANY($1)  -- once, before the loop
  }
  return Sum;
}
int assignedBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  std::string Sql;
  for (int Id : All) {
    Sql = fmt::format("SELECT * FROM line WHERE id = {}", Id);
    Sum += ask(C, Sql.c_str()); // want: each 'ask' executes this SELECT
  }
  return Sum;
}

// Of the project's own that format: variadic in both ways.
int query(PGconn *C, const char *Format, ...) {
  char Sql[1024];
  va_list Values;
  va_start(Values, Format);
  vsnprintf(Sql, sizeof(Sql), Format, Values);
  va_end(Values);
  return ask(C, Sql);
}
template <typename... T>
std::string text(const std::string &Format, T... Values) {
  const int Size = snprintf(nullptr, 0, Format.c_str(), Values...) + 1;
  const std::unique_ptr<char[]> Buffer(new char[Size]);
  snprintf(Buffer.get(), Size, Format.c_str(), Values...);
  return std::string(Buffer.get(), Buffer.get() + Size - 1);
}
std::string format(const char *Format, ...);

int wrapperBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  for (int Id : All)
    Sum += query(C, "SELECT * FROM line WHERE id = %d", Id); // want: each 'query' executes this SELECT // want-advice: SELECT * FROM line WHERE id = ANY($1)  -- once, before the loop
  return Sum;
}
int templateBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  for (int Id : All)
    Sum += ask(C, text("SELECT * FROM line WHERE id = %d", Id).c_str()); // want: each 'ask' executes this SELECT
  return Sum;
}
int unseenBad(PGconn *C, const Ids &All) {
  int Sum = 0;
  for (int Id : All) {
    const std::string Sql = format("SELECT * FROM line WHERE id = %d", Id);
    Sum += ask(C, Sql.c_str()); // want: each 'ask' executes this SELECT
  }
  return Sum;
}

// One table each.
int tablesOk(PGconn *C, const std::vector<std::string> &Names) {
  int Sum = 0;
  for (const std::string &Name : Names)
    Sum += query(C, "SELECT * FROM %s", Name.c_str());
  return Sum;
}
// Many at a time.
int batchesOk(PGconn *C, const std::vector<std::string> &Lists) {
  int Sum = 0;
  for (const std::string &List : Lists) {
    char Sql[1024];
    snprintf(Sql, sizeof(Sql), "SELECT * FROM line WHERE id IN (%s)",
             List.c_str());
    Sum += ask(C, Sql);
  }
  return Sum;
}
// Who knows which.
int unknownOk(PGconn *C, const Ids &All, bool Lines) {
  int Sum = 0;
  for (int Id : All) {
    char Sql[128] = "SELECT nextval('s')";
    if (Lines)
      snprintf(Sql, sizeof(Sql), "SELECT * FROM line WHERE id = %d", Id);
    Sum += ask(C, Sql);
  }
  return Sum;
}
