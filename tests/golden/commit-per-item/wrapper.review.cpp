// packages: sqlite3
// The project's own functions around the library.
#include <sqlite3.h>
#include <string>
#include <vector>

class Db {
public:
  explicit Db(const char *Path) { sqlite3_open(Path, &Handle); }
  ~Db() { sqlite3_close(Handle); }
  bool exec(const char *Sql) {
    return sqlite3_exec(Handle, Sql, nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  bool run(const std::string &Sql) {
    if (!Handle)
      return false;
    return exec(Sql.c_str());
  }

private:
  sqlite3 *Handle = nullptr;
};

void runBad(Db &Database, const std::vector<std::string> &Names) {
  Database.run("BEGIN");
  for (const std::string &Name : Names)
    Database.run("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'Database.run' of this INSERT is a transaction of its own
  Database.run("COMMIT");
}

class Store {
public:
  void saveBad(const std::vector<std::string> &Names) {
    for (const std::string &Name : Names)
      add(Name); // want-note: 'add' is called here
  }

private:
  void add(const std::string &Name) {
    Database.run("INSERT INTO t VALUES('" + Name + "')"); // want[advice]: each 'Database.run' of this INSERT
  }
  Db Database{"store.db"};
};

int main() {}
