// packages: libpq
#include <libpq-fe.h>
#include <string>
#include <vector>

#define EACH(Item, Items) for (const auto &Item : Items)
#define ASK(C, Name) PQexec(C, ("SELECT id FROM users WHERE name = '" + Name + "'").c_str())

void loopBad(PGconn *C, const std::vector<std::string> &Names) {
  EACH(Name, Names)
    PQclear(PQexec(C, ("SELECT id FROM users WHERE name = '" + Name + "'").c_str())); // want: each 'PQexec' executes this SELECT
}

// Nobody wrote this call here.
void bodyOk(PGconn *C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    PQclear(ASK(C, Name));
}
