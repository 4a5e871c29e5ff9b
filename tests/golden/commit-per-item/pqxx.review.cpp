// packages: libpqxx
// args: -std=c++17
#include <pqxx/pqxx>
#include <string>
#include <vector>

void saveBad(pqxx::connection &C, const std::vector<std::string> &Names) {
  pqxx::work Tx(C);
  for (const std::string &Name : Names) {
    // want-note: it begins here
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
    // want[review]: each iteration is a transaction of its own: 'Tx.commit' commits and waits for the disk (n commits → 1 commit)
  }
  Tx.commit();
}

void preparedBad(pqxx::connection &C, const std::vector<int> &Ids) {
  pqxx::work Tx{C};
  for (size_t I = 0; I < Ids.size(); ++I) {
    Tx.exec_prepared("touch", Ids[I]);
    // want[review]: each iteration is a transaction of its own
  }
  Tx.commit();
}

void nontransactionBad(pqxx::connection &C, const std::vector<std::string> &Names) {
  pqxx::nontransaction Tx(C);
  for (const std::string &Name : Names)
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")"); // want[advice]: each 'Tx.exec' of this INSERT is a transaction of its own // want-advice: pqxx::work tx(C);
}

// Begins in its constructor, commits in its destructor.
class Saver {
public:
  explicit Saver(pqxx::connection &C) : Tx(C) {}
  ~Saver() { Tx.commit(); }
  void save(const std::string &Name) { Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")"); }

private:
  pqxx::work Tx;
};

void saverBad(pqxx::connection &C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    Saver S(C); // want[advice]: each iteration is a transaction of its own: the end of 'Saver' commits
    S.save(Name);
  }
}

void saverOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  Saver S(C);
  for (const std::string &Name : Names)
    S.save(Name);
}

int main() {}
