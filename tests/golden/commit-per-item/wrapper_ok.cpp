// packages: sqlite3
#include <sqlite3.h>
#include <string>
#include <vector>

class Db {
public:
  bool open(const char *Path) { return sqlite3_open(Path, &Handle) == SQLITE_OK; }
  ~Db() { sqlite3_close(Handle); }
  bool exec(const std::string &Sql) {
    return sqlite3_exec(Handle, Sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  bool begin() {
    if (exec("BEGIN"))
      return true;
    exec("ROLLBACK");
    return false;
  }
  bool commit() { return exec("COMMIT"); }
  /// Commits every thousandth time.
  void tick() {
    if (++Pending < 1000)
      return;
    Pending = 0;
    commit();
    begin();
  }

private:
  sqlite3 *Handle = nullptr;
  int Pending = 0;
};

class Transaction {
public:
  explicit Transaction(Db &Of) : Database(Of) { Database.begin(); }
  ~Transaction() { Database.commit(); }

private:
  Db &Database;
};

static void insert(Db &Database, const std::string &Name) {
  Database.exec("INSERT INTO t VALUES('" + Name + "')");
}

void beginOk(Db &Database, const std::vector<std::string> &Names) {
  if (!Database.begin())
    return;
  for (const std::string &Name : Names)
    insert(Database, Name);
  Database.commit();
}

void guardOk(Db &Database, const std::vector<std::string> &Names) {
  Transaction Tx(Database);
  for (const std::string &Name : Names)
    insert(Database, Name);
}

void tickOk(Db &Database, const std::vector<std::string> &Names) {
  Database.begin();
  for (const std::string &Name : Names) {
    insert(Database, Name);
    Database.tick();
  }
  Database.commit();
}

template <typename F> void inTransaction(Db &Database, F Work) {
  Database.begin();
  Work();
  Database.commit();
}
void callbackOk(Db &Database, const std::vector<std::string> &Names) {
  inTransaction(Database, [&] {
    for (const std::string &Name : Names)
      insert(Database, Name);
  });
}

void inMemoryOk(const std::vector<std::string> &Names) {
  Db Scratch;
  Scratch.open(":memory:");
  for (const std::string &Name : Names)
    Scratch.exec("INSERT INTO t VALUES('" + Name + "')");
}
