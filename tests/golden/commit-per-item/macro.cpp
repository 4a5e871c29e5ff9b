// packages: sqlite3
#include <sqlite3.h>
#include <string>
#include <vector>

#define EACH(Item, Items) for (const auto &Item : Items)
#define CHECKED(Call)                                                          \
  do {                                                                         \
    if ((Call) != SQLITE_OK)                                                   \
      ++Errors;                                                                \
  } while (false)
#define DROP(Db, Name) sqlite3_exec(Db, "DELETE FROM " Name, nullptr, nullptr, nullptr)

int Errors = 0;

// The loop is a macro's: shown only.
void loopBad(sqlite3 *Db, const std::vector<std::string> &Statements) {
  EACH(Id, Statements) {
    sqlite3_exec(Db, ("DELETE FROM t WHERE id = " + Id).c_str(), nullptr, nullptr, nullptr); // want[advice]: each 'sqlite3_exec' of this DELETE
  }
}

void argumentBad(sqlite3 *Db, const std::vector<std::string> &Ids) {
  for (const std::string &Id : Ids)
    CHECKED(sqlite3_exec(Db, ("DELETE FROM t WHERE id = " + Id).c_str(), nullptr, nullptr, nullptr)); // want[advice]: each 'sqlite3_exec' of this DELETE
}

// Nobody wrote this call here.
void bodyOk(sqlite3 *Db, const std::vector<std::string> &Ids) {
  for (const std::string &Id : Ids)
    if (!Id.empty())
      DROP(Db, "t");
}

int main() {}
