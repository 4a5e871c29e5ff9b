// packages: sqlite3
// Statements behind classes of the project whose text is not a write, is not
// known, or that run in a transaction.
#include <sqlite3.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class Database {
public:
  explicit Database(const std::string &Path) { sqlite3_open(Path.c_str(), &Handle); }
  sqlite3 *handle() const { return Handle; }
private:
  sqlite3 *Handle = nullptr;
};

class Statement {
public:
  Statement(const Database &Db, std::string_view Sql) : Db(Db.handle()) {
    sqlite3_stmt *Made = nullptr;
    sqlite3_prepare_v2(this->Db, Sql.data(), static_cast<int>(Sql.size()), &Made, nullptr);
    Handle.reset(Made);
  }
  Statement &bind(int At, int Value) {
    sqlite3_bind_int(Handle.get(), At, Value);
    return *this;
  }
  bool step() { return sqlite3_step(Handle.get()) == SQLITE_ROW; }
  void run() {
    step();
    sqlite3_reset(Handle.get());
  }
private:
  struct Finalize {
    void operator()(sqlite3_stmt *S) const { sqlite3_finalize(S); }
  };
  sqlite3 *Db;
  std::unique_ptr<sqlite3_stmt, Finalize> Handle;
};

void selectOk(Database &Db, const std::vector<int> &Ids) {
  Statement Find(Db, "SELECT 1");
  for (int Id : Ids)
    Find.bind(1, Id).run();
}
void unknownOk(Database &Db, const std::string &Sql, const std::vector<int> &Ids) {
  Statement S(Db, Sql);
  for (int Id : Ids)
    S.bind(1, Id).run();
}

// Prepared with one of two texts.
void eitherOk(Database &Db, bool Dry, const std::vector<int> &Ids) {
  Statement S(Db, Dry ? "SELECT ?1" : "INSERT INTO t VALUES(?1)");
  for (int Id : Ids)
    S.bind(1, Id).run();
}

// Several callers, one of which reads.
static void each(Statement &S, const std::vector<int> &Ids) {
  for (int Id : Ids)
    S.bind(1, Id).run();
}
void callersOk(Database &Db, const std::vector<int> &Ids) {
  Statement Find(Db, "SELECT ?1"), Insert(Db, "INSERT INTO t VALUES(?1)");
  each(Find, Ids);
  sqlite3_exec(Db.handle(), "BEGIN", nullptr, nullptr, nullptr);
  each(Insert, Ids);
  sqlite3_exec(Db.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

// Two statements in one object: each has its own text.
class Pair {
public:
  Pair(const Database &Db, const char *Read, const char *Write)
      : Reader(Db, Read), Writer(Db, Write) {}
  void read() { Reader.run(); }
  void write() { Writer.run(); }

private:
  Statement Reader, Writer;
};
void pairOk(Database &Db, const std::vector<int> &Ids) {
  Pair Both(Db, "SELECT 1", "INSERT INTO t VALUES(1)");
  for (int Id : Ids)
    if (Id != 0)
      Both.read();
}

class Inbox {
public:
  explicit Inbox(const std::string &Path)
      : Db(Path), Find(Db, "SELECT n FROM t WHERE id = ?1"),
        Insert(Db, "INSERT INTO t VALUES(?1)") {}
  void findAllOk(const std::vector<int> &Ids) {
    for (int Id : Ids)
      Find.bind(1, Id).run();
  }
  void begin() { sqlite3_exec(Db.handle(), "BEGIN", nullptr, nullptr, nullptr); }
  void commit() { sqlite3_exec(Db.handle(), "COMMIT", nullptr, nullptr, nullptr); }
  // Whoever calls it may have called begin().
  void addAllOk(const std::vector<int> &Ids) {
    for (int Id : Ids)
      Insert.bind(1, Id).run();
  }
  void addSafelyOk(const std::vector<int> &Ids) {
    begin();
    for (int Id : Ids)
      Insert.bind(1, Id).run();
    commit();
  }

private:
  Database Db;
  Statement Find, Insert;
};

// The bodies are in another file.
class Command {
public:
  Command(const Database &Db, const char *Sql);
  void run(int Id);
};
void unseenOk(Database &Db, const std::vector<int> &Ids) {
  Command Insert(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : Ids)
    Insert.run(Id);
}

void inMemoryOk(const std::vector<int> &Ids) {
  Database Db(":memory:");
  Statement Insert(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : Ids)
    Insert.bind(1, Id).run();
}

void fewOk(Database &Db) {
  Statement Insert(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : {1, 2, 3})
    Insert.bind(1, Id).run();
}
