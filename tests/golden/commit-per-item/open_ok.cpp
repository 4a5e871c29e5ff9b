// packages: sqlite3
// Transactions that are open in less usual ways, and commits per chunk.
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Transaction {
  explicit Transaction(sqlite3 *To) : Db(To) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Transaction() { sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr); }
  void commit() { sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); }
  sqlite3 *Db;
};

static void insert(sqlite3 *Db, const std::string &Name) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES('" + Name + "')").c_str(), nullptr, nullptr, nullptr);
}

using Strings = std::vector<std::string>;

void uniqueGuardOk(sqlite3 *Db, const Strings &Names) {
  auto Open = std::make_unique<Transaction>(Db);
  for (const std::string &Name : Names)
    insert(Db, Name);
  Open->commit();
}

void emplacedGuardOk(sqlite3 *Db, const Strings &Names) {
  std::optional<Transaction> Open;
  Open.emplace(Db);
  for (const std::string &Name : Names)
    insert(Db, Name);
  Open->commit();
}

void optionalGuardOk(sqlite3 *Db, const Strings &Names) {
  std::optional<Transaction> Open(std::in_place, Db);
  for (const std::string &Name : Names)
    insert(Db, Name);
  Open->commit();
}

static void transact(sqlite3 *Db, const std::function<void()> &Work) {
  Transaction Open(Db);
  Work();
  Open.commit();
}
void functionOk(sqlite3 *Db, const Strings &Names) {
  transact(Db, [&] {
    for (const std::string &Name : Names)
      insert(Db, Name);
  });
}

static void start(sqlite3 *Db) {
  sqlite3_exec(Db, "SAVEPOINT s", nullptr, nullptr, nullptr);
}
void savepointOk(sqlite3 *Db, const Strings &Names) {
  start(Db);
  for (const std::string &Name : Names)
    insert(Db, Name);
  sqlite3_exec(Db, "RELEASE s", nullptr, nullptr, nullptr);
}

// The guard is a member.
class Session {
public:
  explicit Session(sqlite3 *To) : Open(To), Db(To) {}
  void saveOk(const Strings &Names) {
    for (const std::string &Name : Names)
      insert(Db, Name);
  }
  void done() { Open.commit(); }

private:
  Transaction Open;
  sqlite3 *Db;
};

void timerOk(sqlite3 *Db, const Strings &Names) {
  auto Last = std::chrono::steady_clock::now();
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const std::string &Name : Names) {
    insert(Db, Name);
    const auto Now = std::chrono::steady_clock::now();
    if (Now - Last > std::chrono::seconds(1)) {
      sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
      sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
      Last = Now;
    }
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

void lastOfQueueOk(sqlite3 *Db, std::deque<std::string> &Queue) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  while (!Queue.empty()) {
    insert(Db, Queue.front());
    Queue.pop_front();
    if (Queue.empty())
      sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  }
}

void shardsOk(std::vector<sqlite3 *> &Shards) {
  for (sqlite3 *Shard : Shards)
    sqlite3_exec(Shard, "DELETE FROM t", nullptr, nullptr, nullptr);
}

void schemaOk(sqlite3 *Db, const Strings &Tables) {
  for (const std::string &Table : Tables)
    sqlite3_exec(Db, ("DROP TABLE " + Table).c_str(), nullptr, nullptr, nullptr);
}
