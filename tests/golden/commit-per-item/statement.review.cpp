// packages: sqlite3
// Statements behind classes of the project: their text is given elsewhere.
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

void localBad(Database &Db, const std::vector<int> &Ids) {
  Statement Insert(Db, "INSERT INTO t VALUES(?1)"); // want-note: the statement is prepared here
  for (int Id : Ids) {
    Insert.bind(1, Id);
    Insert.run(); // want[advice]: each 'Insert.run' of this INSERT is a transaction of its own
  }
}
void chainBad(Database &Db, const std::map<int, int> &Ids) {
  Statement Insert(Db, "INSERT INTO t VALUES(?1, ?2)");
  for (const auto &[Id, N] : Ids)
    Insert.bind(1, Id).bind(2, N).run(); // want[advice]: each 'run' of this INSERT is a transaction of its own
}
void pointerBad(Database &Db, const std::vector<int> &Ids) {
  auto Insert = std::make_unique<Statement>(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : Ids) {
    Insert->bind(1, Id);
    Insert->run(); // want[advice]: each 'Insert->run' of this INSERT is a transaction of its own
  }
}
void insideBad(Database &Db, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    Statement Insert(Db, "INSERT INTO t VALUES(?1)");
    Insert.bind(1, Id).step(); // want[advice]: each 'step' of this INSERT is a transaction of its own
  }
}
Statement prepare(Database &Db, const std::string &Sql) { return Statement(Db, Sql); }
void factoryBad(Database &Db, const std::vector<int> &Ids) {
  auto Insert = prepare(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : Ids)
    Insert.bind(1, Id).run(); // want[advice]: each 'run' of this INSERT is a transaction of its own
}
class Store {
public:
  explicit Store(const std::string &Path) : Db(Path), Insert(Db, "INSERT INTO t VALUES(?1)") {}
  void addAllBad(const std::vector<int> &Ids) {
    for (int Id : Ids)
      Insert.bind(1, Id).run(); // want[advice]: each 'run' of this INSERT is a transaction of its own
  }
  void remove(int Id) {
    Delete.bind(1, Id).run(); // want[advice]: each 'run' of this DELETE is a transaction of its own
  }
  void removeAllBad(const std::vector<int> &Ids) {
    for (int Id : Ids)
      remove(Id); // want-note: 'remove' is called here
  }
private:
  Database Db;
  Statement Insert;
  Statement Delete{Db, "DELETE FROM t WHERE id = ?1"};
};
static void each(Statement &S, const std::vector<int> &Ids) {
  for (int Id : Ids)
    S.bind(1, Id).run(); // want[advice]: each 'run' of this INSERT is a transaction of its own
}
void paramBad(Database &Db, const std::vector<int> &Ids) {
  Statement Insert(Db, "INSERT INTO t VALUES(?1)");
  each(Insert, Ids);
}
struct InsertPerson : Statement {
  explicit InsertPerson(Database &Db) : Statement(Db, "INSERT INTO person VALUES(?1)") {}
};
void derivedBad(Database &Db, const std::vector<int> &Ids) {
  InsertPerson Insert(Db);
  for (int Id : Ids)
    Insert.bind(1, Id).run(); // want[advice]: each 'run' of this INSERT is a transaction of its own
}
void optionalBad(Database &Db, const std::vector<int> &Ids) {
  std::optional<Statement> Insert;
  Insert.emplace(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : Ids) {
    Insert->bind(1, Id);
    Insert->run(); // want[advice]: each 'Insert->run' of this INSERT is a transaction of its own
  }
}
static void once(sqlite3_stmt *S) {
  sqlite3_step(S);
  sqlite3_reset(S);
}
static sqlite3_stmt *make(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *S = nullptr;
  sqlite3_prepare_v2(Db, Sql, -1, &S, nullptr);
  return S;
}
void helpersBad(sqlite3 *Db, const std::vector<int> &Ids) {
  sqlite3_stmt *S = make(Db, "INSERT INTO t VALUES(?1)"), *Q = make(Db, "SELECT 1");
  once(Q);
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (int Id : Ids) {
    sqlite3_bind_int(S, 1, Id);
    once(S); // want[review]: each 'once' of this INSERT is a transaction of its own
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

int main() {}
