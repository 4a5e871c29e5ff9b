// packages: libpqxx sqlite3
// args: -std=c++17
// One transaction that succeeds.
#include <chrono>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

void breakOk(pqxx::connection &C) {
  constexpr int Most = 100;
  for (int Attempt = 0; Attempt < Most; ++Attempt) {
    try {
      pqxx::work Tx(C);
      Tx.exec("UPDATE t SET n = n + 1");
      Tx.commit();
      break;
    } catch (const pqxx::serialization_failure &) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
}

void returnOk(pqxx::connection &C, int Most) {
  for (int N = 0; N < Most; ++N) {
    try {
      pqxx::work Tx(C);
      Tx.exec("UPDATE t SET n = n + 1");
      Tx.commit();
      return;
    } catch (const pqxx::serialization_failure &) {
    }
  }
}

void flagOk(pqxx::connection &C, int Most) {
  bool Done = false;
  while (!Done) {
    try {
      pqxx::work Tx(C);
      Tx.exec("UPDATE t SET n = n + 1");
      Tx.commit();
      Done = true;
    } catch (const pqxx::serialization_failure &) {
      if (--Most == 0)
        throw;
    }
  }
}

bool stepOk(const std::vector<sqlite3_stmt *> &Updates) {
  for (sqlite3_stmt *Update : Updates)
    if (sqlite3_step(Update) == SQLITE_DONE)
      return true;
  return false;
}

// Until it has an id.
class Event {
public:
  void startOk(const bool &Stopped) {
    do {
      Id = insert();
    } while (!Id && !Stopped);
  }

private:
  unsigned insert() {
    sqlite3_exec(Db, "INSERT INTO event VALUES(1)", nullptr, nullptr, nullptr);
    return static_cast<unsigned>(sqlite3_last_insert_rowid(Db));
  }
  sqlite3 *Db = nullptr;
  unsigned long Id = 0;
};
void start(Event &Each, const bool &Stopped) { Each.startOk(Stopped); }
