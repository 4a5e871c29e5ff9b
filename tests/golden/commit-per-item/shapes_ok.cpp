// packages: sqlite3
// Loops that do not go through data, or that leave after one write.
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <sqlite3.h>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

static int run(sqlite3 *Db, const std::string &Sql) {
  return sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}

// A few, always.
constexpr int Slots = 4;
const char *const Tables[] = {"a", "b", "c"};
void fewOk(sqlite3 *Db, const std::array<int, 5> &Ids) {
  for (int I = 0; I < Slots; ++I)
    run(Db, "INSERT INTO slot VALUES(" + std::to_string(I) + ")");
  for (const char *Table : Tables)
    run(Db, std::string("DELETE FROM ") + Table);
  for (int Id : Ids)
    run(Db, "DELETE FROM t WHERE id = " + std::to_string(Id));
  for (std::size_t I = 0; I < Ids.size(); ++I)
    run(Db, "DELETE FROM t WHERE id = " + std::to_string(Ids[I]));
}

// As many as there are cores or shards.
struct Config {
  std::size_t num_shards;
};
void perCoreOk(sqlite3 *Db, const Config &Cfg) {
  for (unsigned I = 0; I < std::thread::hardware_concurrency(); ++I)
    run(Db, "INSERT INTO core VALUES(" + std::to_string(I) + ")");
  for (long I = 0; I < sysconf(_SC_NPROCESSORS_ONLN); ++I)
    run(Db, "INSERT INTO core VALUES(" + std::to_string(I) + ")");
  for (std::size_t I = 0; I < Cfg.num_shards; ++I)
    run(Db, "INSERT INTO shard VALUES(" + std::to_string(I) + ")");
}

// Whoever sent the message is told that it is stored.
struct Message {
  std::string Text;
};
struct Queue {
  Message pop();
};
class Receiver {
public:
  explicit Receiver(sqlite3 *To) : Db(To) {}
  void messagesOk() {
    while (Running) {
      const Message M = Inbox.pop();
      run(Db, "INSERT INTO message VALUES('" + M.Text + "')");
    }
  }
  void wakeUpsOk(std::stop_token Stop) {
    std::unique_lock Lock(Mutex);
    while (!Stop.stop_requested()) {
      Changed.wait(Lock);
      run(Db, "INSERT INTO log VALUES('" + Pending + "')");
    }
  }

private:
  sqlite3 *Db;
  Queue Inbox;
  std::atomic<bool> Running = true;
  std::mutex Mutex;
  std::condition_variable Changed;
  std::string Pending;
};

// Until it works.
bool busyOk(sqlite3_stmt *Insert) {
  while (sqlite3_step(Insert) == SQLITE_BUSY)
    usleep(1000);
  return sqlite3_reset(Insert) == SQLITE_OK;
}
bool lockedOk(sqlite3 *Db) {
  int Result = SQLITE_OK;
  do {
    Result = run(Db, "DELETE FROM t");
  } while (Result == SQLITE_BUSY || Result == SQLITE_LOCKED);
  return Result == SQLITE_OK;
}

bool untilOk(sqlite3 *Db) {
  int Result = SQLITE_OK, Count = 0;
  do {
    Result = run(Db, "DELETE FROM t");
  } while (Result != SQLITE_OK && ++Count < 1000);
  return Result == SQLITE_OK;
}

// The first that takes it.
bool firstOk(sqlite3 *Db, const std::vector<std::string> &Tables) {
  for (const std::string &Table : Tables)
    if (run(Db, "INSERT INTO " + Table + " VALUES(1)") == SQLITE_OK)
      return true;
  return false;
}

int resultOk(sqlite3 *Db, const std::vector<std::string> &Tables) {
  for (std::size_t I = 0; I < Tables.size(); ++I) {
    const int Result = run(Db, "INSERT INTO " + Tables[I] + " VALUES(1)");
    if (Result != SQLITE_OK)
      continue;
    return static_cast<int>(I);
  }
  return -1;
}

// Written out by the compiler, one per argument.
template <typename... Text> void eachOk(sqlite3 *Db, const Text &...Sql) {
  (run(Db, std::string("DELETE FROM ") + Sql), ...);
}

// Not worth a transaction, the program ends.
[[noreturn]] void fail();
void lastWordsOk(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    if (Name.empty()) {
      run(Db, "INSERT INTO log VALUES('no name')");
      fail();
    }
}
[[gnu::cold]] void reportOk(sqlite3 *Db, const std::vector<std::string> &Errors) {
  for (const std::string &Error : Errors)
    run(Db, "INSERT INTO log VALUES('" + Error + "')");
}

// Accepted as it is.
void acceptedOk(sqlite3 *Db, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    run(Db, "INSERT INTO t VALUES('" + Name + "')"); // NOLINT(slowpath-commit-per-item)
}
