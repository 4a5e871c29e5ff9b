// args: -std=c++17
#include <soci/soci.h>
#include <vector>

void transactionsBad(soci::session &Sql, const std::vector<int> &Ids) {
  soci::transaction Tr(Sql);
  for (int Id : Ids) {
    Sql << "DELETE FROM t WHERE id = :id", soci::use(Id);
    // want[review]: each iteration is a transaction of its own: 'Tr.commit' commits
  }
  Tr.commit();
}

// Two names in one function
void twiceBad(soci::session &Sql, const std::vector<int> &Ids) {
  soci::transaction Tr(Sql);
  for (int Id : Ids) {
    Sql << "DELETE FROM t WHERE id = :id", soci::use(Id);
    // want[review]: each iteration is a transaction of its own: 'Tr.commit' commits
  }
  Tr.commit();
  for (int Id : Ids) {
    soci::transaction Tr(Sql);
    Sql << "DELETE FROM u WHERE id = :id", soci::use(Id);
    Tr.commit(); // want: each iteration is a transaction of its own: 'Tr.commit' commits
  }
}

void oneOk(soci::session &Sql, const std::vector<int> &Ids) {
  soci::transaction Tr(Sql);
  for (int Id : Ids)
    Sql << "DELETE FROM t WHERE id = :id", soci::use(Id);
  Tr.commit();
}

int main() {}
