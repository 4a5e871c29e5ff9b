// args: -std=c++17
#include <soci/soci.h>
#include <string>
#include <vector>

void onceBad(soci::session &Sql, const std::vector<int> &Ids) {
  soci::transaction tr(Sql);
  for (int Id : Ids)
    Sql << "INSERT INTO t(id) VALUES(:id)", soci::use(Id); // want[review]: each 'Sql <<' of this INSERT is a transaction of its own
  tr.commit();
}

void statementBad(soci::session &Sql, const std::vector<int> &Ids) {
  int Id = 0;
  soci::statement Insert = (Sql.prepare << "INSERT INTO t(id) VALUES(:id)", soci::use(Id));
  soci::transaction tr(Sql);
  for (int Each : Ids) {
    Id = Each;
    Insert.execute(true); // want[review]: each 'Insert.execute' of this INSERT is a transaction of its own
  }
  tr.commit();
}

int main() {}
