// packages: libpqxx
// args: -std=c++17
// The library prepares once what it knows by this name already.
#include <pqxx/pqxx>
#include <vector>

void addAllOk(pqxx::connection &C, const std::vector<int> &Ids) {
  pqxx::work Tx(C);
  for (int Id : Ids) {
    C.prepare("add", "INSERT INTO item VALUES($1)");
    Tx.exec_prepared("add", Id);
  }
  Tx.commit();
}
