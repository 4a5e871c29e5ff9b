// args: -std=c++17
#include <soci/soci.h>
#include <string>
#include <vector>

void onceBad(soci::session &Sql, const std::vector<int> &Ids) {
  for (int Id : Ids)
    Sql << "INSERT INTO t(id) VALUES(:id)", soci::use(Id); // want[review]: each 'Sql <<' of this INSERT is a transaction of its own
}

void statementBad(soci::session &Sql, const std::vector<int> &Ids) {
  int Id = 0;
  soci::statement Insert = (Sql.prepare << "INSERT INTO t(id) VALUES(:id)", soci::use(Id));
  for (int Each : Ids) {
    Id = Each;
    Insert.execute(true); // want[review]: each 'Insert.execute' of this INSERT is a transaction of its own
  }
}

int main() {}
