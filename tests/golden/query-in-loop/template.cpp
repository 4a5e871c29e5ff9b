// packages: libpq
#include <algorithm>
#include <libpq-fe.h>
#include <string>
#include <vector>

template <typename T> void patternBad(PGconn *C, const std::vector<std::string> &Names, const T &) {
  for (const std::string &Name : Names) {
    const std::string Sql = "SELECT id FROM users WHERE name = '" + Name + "'";
    PQclear(PQexec(C, Sql.c_str())); // want: each 'PQexec' executes this SELECT
  }
}

template <typename Name> int idOf(PGconn *C, const Name &, std::size_t Key) {
  PGresult *R = PQexec(C, ("SELECT id FROM users WHERE key = " + std::to_string(Key)).c_str()); // want-note: 'idOf' calls 'PQexec' here
  const int Id = PQntuples(R);
  PQclear(R);
  return Id;
}

void calledBad(PGconn *C, const std::vector<std::string> &Names) {
  patternBad(C, Names, 1);
  patternBad(C, Names, 'c');
  std::for_each(Names.begin(), Names.end(), [&](const std::string &Name) { // want-note: the callable is run once per element by this call
    idOf(C, Name, Name.size()); // want: each 'idOf' leads to this SELECT
  });
}
