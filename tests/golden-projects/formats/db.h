#pragma once
#include <libpq-fe.h>
#include <string>

// Printf-like, and seen by no other file.
std::string format(const char *Format, ...);

class Db {
public:
  explicit Db(const char *Address) : Connection(PQconnectdb(Address)) {}
  ~Db() { PQfinish(Connection); }
  int query(const char *Format, ...);
  int ask(const std::string &Sql);

private:
  PGconn *Connection;
};
