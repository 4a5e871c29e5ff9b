// packages: sqlite3
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <string>
#include <vector>

using Ids = std::vector<int>;
constexpr const char *File = "shop.db";

static void run(sqlite3 *Db, int Id) {
  sqlite3_exec(Db, ("DELETE FROM t WHERE id = " + std::to_string(Id)).c_str(), nullptr, nullptr, nullptr);
}

void directBad(const Ids &All) {
  // want-note@+1: inside this loop
  sqlite3 *Db = nullptr;
  sqlite3_open(File, &Db);
  for (int Id : All) {
    // want[review]: each 'sqlite3_open' opens a connection that is closed again: once per iteration (n connections → 1 connection) // want-advice: sqlite3_open(…)  // once, before the loop // want-advice: for (int Id : All)
    run(Db, Id);
  }
  sqlite3_close(Db);
}

void removeOne(const std::string &Name, int Id) {
  sqlite3 *Db = nullptr;
  // want-note@+1: 'removeOne' calls 'sqlite3_open' here
  if (sqlite3_open(Name.c_str(), &Db) != SQLITE_OK)
    return;
  run(Db, Id);
  sqlite3_close(Db);
}

void helperBad(const std::string &Name, const Ids &All) {
  for (int Id : All)
    removeOne(Name, Id); // want[advice]: each 'removeOne' leads to a connection that is closed again: once per iteration // want-advice: sqlite3_open(…)  // once, before the loop, and passed on
}

void libraryBad(const std::string &Name, const Ids &All) {
  SQLite::Database Db(Name, SQLite::OPEN_READWRITE);
  for (int Id : All) {
    // want[review]: each 'SQLite::Database' opens a connection that is closed again
    run(Db.getHandle(), Id);
  }
}

// The project's own class has the connection.
class Connection {
public:
  explicit Connection(const std::string &Name) {
    sqlite3_open(Name.c_str(), &Db); // want-note: 'Connection::Connection' calls 'sqlite3_open' here
  }
  ~Connection() { sqlite3_close(Db); }
  void remove(int Id) { run(Db, Id); }

private:
  sqlite3 *Db = nullptr;
};

class Store {
public:
  void removeAllBad(const Ids &All) {
    Connection Db(Name);
    for (int Id : All) {
      // want[review]: each 'Connection' leads to a connection that is closed again
      Db.remove(Id);
    }
  }
  void removeBad(const Ids &All) {
    for (int Id : All)
      remove(Id); // want[advice]: each 'remove' leads to a connection that is closed again
  }

private:
  void remove(int Id) {
    Connection Db(Name); // want-note: 'Store::remove' calls 'Connection' here
    Db.remove(Id);
  }
  std::string Name;
};

// Made by a function.
Connection open() { return Connection("shop.db"); }
void madeBad(const Ids &All) {
  Connection Db = open();
  for (int Id : All) {
    // want[review]: each 'open' leads to a connection that is closed again
    Db.remove(Id);
  }
}

// What cannot be moved.
void advised(const Ids &All, bool Stop) {
  for (int Id : All) {
    sqlite3 *Db = nullptr;
    sqlite3_open(File, &Db); // want[advice]: opens a connection that is closed again
    if (Stop)
      return;
    run(Db, Id);
    sqlite3_close(Db);
  }
  int Db = 0;
  for (int Id : All) {
    SQLite::Database Db(File, SQLite::OPEN_READWRITE); // want[advice]: opens a connection that is closed again
    run(Db.getHandle(), Id);
  }
  for (int Id : All) {
    const std::string Name(File);
    SQLite::Database Own(Name, SQLite::OPEN_READWRITE); // want[advice]: opens a connection that is closed again
    run(Own.getHandle(), Id);
  }
  for (int Id : All) {
    sqlite3 *Early = nullptr;
    sqlite3_open(File, &Early); // want[advice]: opens a connection that is closed again
    run(Early, Id);
    sqlite3_close(Early);
    ++Db;
  }
  for (int Id : All)
    if (Id) {
      SQLite::Database Inner(File, SQLite::OPEN_READWRITE); // want[advice]: opens a connection that is closed again
      run(Inner.getHandle(), Id);
    }
}
