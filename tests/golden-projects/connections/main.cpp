// args: -isystem /usr/include/postgresql
#include "client.h"
#include <vector>

using Strings = std::vector<std::string>;

void allBad(const std::string &Server, const Strings &Statements, const Strings &Paths) {
  for (const std::string &Sql : Statements) { // want-note: inside this loop
    Session Each(Server); // want[review]: each 'Session' leads to a connection that is closed again
    Each.run(Sql);
  }
  for (const std::string &Sql : Statements) // want-note: inside this loop
    runOn(Server, Sql); // want: each 'runOn' leads to a connection that is closed again
  for (const std::string &Path : Paths) // want-note: inside this loop
    fetch("http://localhost" + Path); // want: each 'fetch' leads to a connection that is closed again
}

void allOk(const std::string &Server, const Strings &Statements, const Strings &Servers) {
  Session One(Server);
  for (const std::string &Sql : Statements)
    One.run(Sql);
  for (const std::string &Each : Servers)
    runOn(Each, "VACUUM");
  for (const std::string &Sql : Statements)
    shared().run(Sql);
}

int main() {
  allBad("", {}, {});
  allOk("", {}, {});
}
