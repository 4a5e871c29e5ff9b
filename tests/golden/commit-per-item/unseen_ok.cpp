// packages: sqlite3
// What may begin a transaction out of sight.
#include <functional>
#include <sqlite3.h>
#include <string>
#include <vector>

void begin(sqlite3 *Db);
void commit(sqlite3 *Db);

struct Transaction {
  explicit Transaction(sqlite3 *Db);
  ~Transaction();
};
struct Lock {
  Lock();
  ~Lock();
};

static void insert(sqlite3 *Db, int Id) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
}

void functionOk(sqlite3 *Db, const std::vector<int> &Ids) {
  begin(Db);
  for (int Id : Ids)
    insert(Db, Id);
  commit(Db);
}

void guardOk(sqlite3 *Db, const std::vector<int> &Ids) {
  Transaction Tx(Db);
  for (int Id : Ids)
    insert(Db, Id);
}

void silentGuardOk(sqlite3 *Db, const std::vector<int> &Ids) {
  Lock Tx;
  for (int Id : Ids)
    insert(Db, Id);
}

void inTransaction(sqlite3 *Db, const std::function<void()> &Work);
void callbackOk(sqlite3 *Db, const std::vector<int> &Ids) {
  inTransaction(Db, [&] {
    for (int Id : Ids)
      insert(Db, Id);
  });
}

class Store {
public:
  void saveOk(const std::vector<int> &Ids) {
    beginTransaction("save");
    for (int Id : Ids)
      insert(Db, Id);
    commitTransaction("save");
  }

protected:
  void beginTransaction(const char *Name);
  void commitTransaction(const char *Name);
  sqlite3 *Db = nullptr;
};
