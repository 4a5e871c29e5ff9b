// packages: sqlite3
#include <sqlite3.h>
#include <string>
#include <vector>

struct Item {
  int Id = 0;
  std::string Name;
};

void directBad(sqlite3 *Db, const std::vector<Item> &Items) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  // want-note@+1: inside this loop
  for (const Item &I : Items) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr); // want[advice]: each 'sqlite3_prepare_v2' prepares the same INSERT again: parsed and planned once per iteration (n preparations → 1 preparation) // want-advice: sqlite3_prepare_v2(… "INSERT INTO t VALUES(?1)" …);  // once, before the loop // want-advice: for (const Item &I : Items)
    sqlite3_bind_int(Insert, 1, I.Id);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

constexpr const char *FindName = "SELECT name FROM t WHERE id = ?1";

std::string nameOf(sqlite3 *Db, int Id) {
  sqlite3_stmt *Find = nullptr;
  // want-note@+1: 'nameOf' calls 'sqlite3_prepare_v2' here
  if (sqlite3_prepare_v2(Db, FindName, -1, &Find, nullptr) != SQLITE_OK)
    return {};
  sqlite3_bind_int(Find, 1, Id);
  std::string Name;
  while (sqlite3_step(Find) == SQLITE_ROW)
    Name = reinterpret_cast<const char *>(sqlite3_column_text(Find, 0));
  sqlite3_finalize(Find);
  return Name;
}

void helperBad(sqlite3 *Db, std::vector<Item> &Items) {
  for (Item &I : Items)
    I.Name = nameOf(Db, I.Id); // want[advice]: each 'nameOf' leads to preparing the same SELECT again
}

// A wrapper of the project.
class Statement {
public:
  Statement(sqlite3 *Db, const char *Sql) {
    sqlite3_prepare_v2(Db, Sql, -1, &Handle, nullptr); // want-note: 'Statement' ends up in this call
  }
  ~Statement() { sqlite3_finalize(Handle); }
  Statement &bind(int Index, int Value) {
    sqlite3_bind_int(Handle, Index, Value);
    return *this;
  }
  bool step() { return sqlite3_step(Handle) == SQLITE_ROW; }

private:
  sqlite3_stmt *Handle = nullptr;
};

class Store {
public:
  explicit Store(sqlite3 *To) : Db(To) {}
  void removeBad(const std::vector<int> &Ids) {
    for (int Id : Ids) {
      Statement Remove(Db, "DELETE FROM t WHERE id = ?"); // want[advice]: each 'Statement' prepares the same DELETE again
      Remove.bind(1, Id).step();
    }
  }
  void rename(int Id);
  void renameBad(const std::vector<int> &Ids) {
    for (int Id : Ids)
      rename(Id); // want[advice]: each 'rename' leads to preparing the same UPDATE again
  }

private:
  sqlite3 *Db;
};

void Store::rename(int Id) {
  // want-note@+1: 'Store::rename' calls 'Statement' here
  Statement Rename(Db, "UPDATE t SET name = '' WHERE id = ?");
  Rename.bind(1, Id).step();
}
