// packages: sqlite3
// What the project has for transactions is what the rewrite uses.
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace store {

class Database {
public:
  explicit Database(const std::string &Path) {
    sqlite3_open(Path.c_str(), &Handle);
  }
  void exec(const char *Sql) {
    if (sqlite3_exec(Handle, Sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(Handle));
  }
  sqlite3 *handle() const { return Handle; }

private:
  sqlite3 *Handle = nullptr;
};

class Statement {
public:
  Statement(const Database &Db, const char *Sql) {
    sqlite3_prepare_v2(Db.handle(), Sql, -1, &Handle, nullptr);
  }
  ~Statement() { sqlite3_finalize(Handle); }
  void bind(int At, int Value) { sqlite3_bind_int(Handle, At, Value); }
  void run() {
    if (sqlite3_step(Handle) != SQLITE_DONE)
      throw std::runtime_error("not done");
    sqlite3_reset(Handle);
  }

private:
  sqlite3_stmt *Handle = nullptr;
};

class Transaction {
public:
  explicit Transaction(Database &In) : Db(In) { Db.exec("BEGIN"); }
  ~Transaction() {
    if (IsOpen)
      sqlite3_exec(Db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() {
    Db.exec("COMMIT");
    IsOpen = false;
  }

private:
  Database &Db;
  bool IsOpen = true;
};

class Repository {
public:
  explicit Repository(const std::string &Path)
      : Db(Path), Owned(std::make_unique<Database>(Path)) {}

  void addAllOk(const std::vector<int> &Ids) {
    Statement Insert(Db, "INSERT INTO t VALUES(?1)");
    Transaction Tx(Db);
    for (int Id : Ids) {
      Insert.bind(1, Id);
      Insert.run();
    }
    Tx.commit();
  }

  void markAllBad(const std::vector<int> &Ids) {
    Statement Update(Db, "UPDATE t SET n = 1 WHERE id = ?1");
    for (int Id : Ids) {
      Update.bind(1, Id);
      Update.run(); // want[review]: each 'Update.run' of this UPDATE is a transaction of its own
    }
  }

  // The name is taken.
  void renameAllBad(const std::vector<int> &Ids) {
    const bool transaction = Ids.empty();
    Statement Update(Db, "UPDATE t SET n = 2 WHERE id = ?1");
    for (int Id : Ids) {
      Update.bind(1, Id + transaction);
      Update.run(); // want[advice]: each 'Update.run' of this UPDATE is a transaction of its own
    }
  }

private:
  Database Db;
  std::unique_ptr<Database> Owned;
};

} // namespace store

int main() {}
