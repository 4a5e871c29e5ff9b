// args: -isystem /usr/include/postgresql
#include "db.h"
#include <vector>

// A café in Latin-1, as files from before UTF-8 have it.
int tables(Db &From, const std::vector<int> &Ids) {
  int Sum = 0;
  for (int Id : Ids) { // want-note: inside this loop
    const std::string Sql = format("SELECT * FROM café WHERE id = %d", Id);
    Sum += From.ask(Sql); // want[advice]: each 'From.ask' leads to this SELECT
  }
  for (int Id : Ids) // want-note: inside this loop
    Sum += From.query("SELECT * FROM seat WHERE caf\xe9 = %d", Id); // want[advice]: each 'From.query' leads to this SELECT
  return Sum;
}

// A table each.
int namesOk(Db &From, const std::vector<std::string> &Names) {
  int Sum = 0;
  for (const std::string &Name : Names)
    Sum += From.query("SELECT * FROM %s", Name.c_str());
  return Sum;
}

int main() {
  Db From("dbname=seats");
  return tables(From, std::vector<int>(9)) + namesOk(From, {"a", "b"});
}
