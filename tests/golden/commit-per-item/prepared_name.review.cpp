// packages: libpq
// Statements that the server knows by name.
#include <libpq-fe.h>
#include <vector>

void localBad(PGconn *Conn, const std::vector<const char *> &Names) {
  PQclear(PQprepare(Conn, "add", "INSERT INTO t VALUES($1)", 1, nullptr)); // want-note: the statement is prepared here
  PQclear(PQexec(Conn, "BEGIN"));
  for (const char *Name : Names)
    PQclear(PQexecPrepared(Conn, "add", 1, &Name, nullptr, nullptr, 0)); // want[review]: each 'PQexecPrepared' of this INSERT is a transaction of its own
  PQclear(PQexec(Conn, "COMMIT"));
}

constexpr char Remove[] = "remove";

class Store {
public:
  explicit Store(const char *Where) : Conn(PQconnectdb(Where)) {
    PQclear(PQprepare(Conn, Remove, "DELETE FROM t WHERE name = $1", 1, nullptr));
    PQclear(PQprepare(Conn, "find", "SELECT n FROM t WHERE name = $1", 1, nullptr));
  }
  void removeAllBad(const std::vector<const char *> &Names) {
    PQclear(PQexec(Conn, "BEGIN"));
    for (const char *Name : Names)
      PQclear(PQexecPrepared(Conn, Remove, 1, &Name, nullptr, nullptr, 0)); // want[review]: each 'PQexecPrepared' of this DELETE
    PQclear(PQexec(Conn, "COMMIT"));
  }
  void findAllOk(const std::vector<const char *> &Names) {
    for (const char *Name : Names)
      PQclear(PQexecPrepared(Conn, "find", 1, &Name, nullptr, nullptr, 0));
  }

private:
  PGconn *Conn;
};

// The unnamed statement is the one prepared last.
void unnamedBad(PGconn *Conn, const std::vector<const char *> &Names) {
  PQclear(PQprepare(Conn, "", "UPDATE t SET n = 1 WHERE name = $1", 1, nullptr));
  PQclear(PQexec(Conn, "BEGIN"));
  for (const char *Name : Names)
    PQclear(PQexecPrepared(Conn, "", 1, &Name, nullptr, nullptr, 0)); // want[review]: each 'PQexecPrepared' of this UPDATE
  PQclear(PQexec(Conn, "COMMIT"));
}
void otherUnnamedOk(PGconn *Conn, const std::vector<const char *> &Names) {
  for (const char *Name : Names)
    PQclear(PQexecPrepared(Conn, "", 1, &Name, nullptr, nullptr, 0));
}

// Prepared in another file, or under a name made at run time.
void unknownOk(PGconn *Conn, const char *Which, const std::vector<const char *> &Names) {
  for (const char *Name : Names) {
    PQclear(PQexecPrepared(Conn, "elsewhere", 1, &Name, nullptr, nullptr, 0));
    PQclear(PQexecPrepared(Conn, Which, 1, &Name, nullptr, nullptr, 0));
  }
}

// Two texts under one name: one reads.
void readTwice(PGconn *Conn) {
  PQclear(PQprepare(Conn, "both", "SELECT 1", 0, nullptr));
}
void bothOk(PGconn *Conn, const std::vector<const char *> &Names) {
  PQclear(PQprepare(Conn, "both", "INSERT INTO t VALUES($1)", 1, nullptr));
  for (const char *Name : Names)
    PQclear(PQexecPrepared(Conn, "both", 1, &Name, nullptr, nullptr, 0));
}

int main() {}
