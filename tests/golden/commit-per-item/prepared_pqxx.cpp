// args: -std=c++17
// packages: libpqxx
#include <pqxx/pqxx>
#include <string>
#include <vector>

void nontransactionBad(pqxx::connection &C, const std::vector<std::string> &Names) {
  C.prepare("add", "INSERT INTO person VALUES($1)"); // want-note: the statement is prepared here
  pqxx::nontransaction N(C);
  for (const std::string &Name : Names)
    N.exec_prepared("add", Name); // want[advice]: each 'N.exec_prepared' of this INSERT is a transaction of its own
}

void workBad(pqxx::connection &C, const std::vector<std::string> &Names) {
  C.prepare("mark", "UPDATE person SET seen = true WHERE name = $1");
  for (const std::string &Name : Names) {
    pqxx::work Tx(C);
    Tx.exec_prepared("mark", Name);
    Tx.commit(); // want[review]: each iteration is a transaction of its own
  }
}

// Each has a transaction of its own that writes nothing.
void readOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  C.prepare("find", "SELECT 1 FROM person WHERE name = $1");
  for (const std::string &Name : Names) {
    pqxx::work Tx(C);
    Tx.exec_prepared("find", Name);
    Tx.commit();
  }
}

void oneWorkOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  C.prepare("insert", "INSERT INTO person VALUES($1)");
  pqxx::work Tx(C);
  for (const std::string &Name : Names)
    Tx.exec_prepared("insert", Name);
  Tx.commit();
}

void findOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  pqxx::nontransaction N(C);
  for (const std::string &Name : Names)
    N.exec_prepared("find", Name);
}

int main() {}
