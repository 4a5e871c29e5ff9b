// packages: sqlite3
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

struct Row {
  int Id;
  std::string Name;
};

// A1
void fewOk(sqlite3 *Db) {
  for (int I = 0; I < 3; ++I)
    sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr);
  for (const char *Table : {"a", "b"})
    sqlite3_exec(Db, (std::string("DELETE FROM ") + Table).c_str(), nullptr, nullptr, nullptr);
}

// One connection per worker
void perWorkerOk(const std::vector<sqlite3 *> &Workers) {
  for (sqlite3 *Db : Workers)
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
}

// A3
struct Queue {
  bool pop(Row &R);
};
void messagesOk(sqlite3 *Db, Queue &Q, const bool &Running) {
  while (Running) {
    Row R;
    Q.pop(R);
    sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr);
  }
}

// A4
void retryOk(sqlite3 *Db) {
  for (int Attempt = 0; Attempt < 100; ++Attempt) {
    if (sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr) == SQLITE_OK)
      break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}
void busyOk(sqlite3_stmt *Insert) {
  while (sqlite3_step(Insert) == SQLITE_BUSY)
    sqlite3_sleep(1);
}

// A6
void returningOk(sqlite3 *Db) {
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t SELECT id FROM s RETURNING id", -1, &Insert, nullptr);
  while (sqlite3_step(Insert) == SQLITE_ROW)
    std::printf("%d\n", sqlite3_column_int(Insert, 0));
  sqlite3_finalize(Insert);
}

// A7
void firstHitOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows)
    if (R.Name == "it") {
      sqlite3_exec(Db, "UPDATE t SET n = 1", nullptr, nullptr, nullptr);
      break;
    }
}
void onlyOneOk(sqlite3 *Db, const std::vector<Row> &Rows, int Id) {
  for (const Row &R : Rows)
    if (R.Id == Id)
      sqlite3_exec(Db, "UPDATE t SET n = 1", nullptr, nullptr, nullptr);
}

// A8
#define ONCE(X)                                                                \
  do {                                                                         \
    X;                                                                         \
  } while (0)
void onceOk(sqlite3 *Db) {
  ONCE(sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr));
}

// A10
void errorPathOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (const Row &R : Rows)
    try {
      if (R.Id < 0)
        throw std::runtime_error("id");
    } catch (const std::exception &) {
      sqlite3_exec(Db, "INSERT INTO errors VALUES(1)", nullptr, nullptr, nullptr);
    }
}

// B3
struct Shard {
  sqlite3 *Db;
};
void shardsOk(const std::vector<Shard> &All, const std::vector<const char *> &Files) {
  for (const Shard &S : All) {
    sqlite3_exec(S.Db, "BEGIN", nullptr, nullptr, nullptr);
    sqlite3_exec(S.Db, "UPDATE t SET n = 0", nullptr, nullptr, nullptr);
    sqlite3_exec(S.Db, "COMMIT", nullptr, nullptr, nullptr);
  }
  for (const char *File : Files) {
    sqlite3 *Db = nullptr;
    sqlite3_open(File, &Db);
    sqlite3_exec(Db, "UPDATE t SET n = 0", nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
}

// B5
void inMemoryOk(const std::vector<Row> &Rows) {
  sqlite3 *Mem = nullptr;
  sqlite3_open(":memory:", &Mem);
  for (const Row &R : Rows)
    sqlite3_exec(Mem, ("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")").c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(Mem);
}

// B6
void readsOk(sqlite3 *Db, const std::vector<std::string> &Statements,
             const std::vector<int> &Ids) {
  for (const std::string &Sql : Statements)
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  for (int Id : Ids)
    sqlite3_exec(Db, ("SELECT " + std::to_string(Id)).c_str(), nullptr, nullptr, nullptr);
  for (const std::string &Table : Statements)
    sqlite3_exec(Db, ("CREATE TABLE " + Table + "(id)").c_str(), nullptr, nullptr, nullptr);
}

// B2
void batchesOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  std::string Values;
  for (const Row &R : Rows) {
    Values += "(" + std::to_string(R.Id) + "),";
    if (Values.size() > 100000) {
      Values.pop_back();
      sqlite3_exec(Db, ("INSERT INTO t VALUES" + Values).c_str(), nullptr, nullptr, nullptr);
      Values.clear();
    }
  }
}
void stridesOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (size_t I = 0; I < Rows.size(); I += 500) {
    std::string Values;
    for (size_t J = I; J < Rows.size() && J < I + 500; ++J)
      Values += "(" + std::to_string(Rows[J].Id) + "),";
    Values.pop_back();
    sqlite3_exec(Db, ("INSERT INTO t VALUES" + Values).c_str(), nullptr, nullptr, nullptr);
  }
}


int main(int, char **Args) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Args[1], &Db) != SQLITE_OK)
    return 1;
  std::vector<Row> Rows(1000);
  Queue Q;
  bool Running = true;
  fewOk(Db);
  messagesOk(Db, Q, Running);
  retryOk(Db);
  returningOk(Db);
  firstHitOk(Db, Rows);
  onlyOneOk(Db, Rows, 7);
  onceOk(Db);
  errorPathOk(Db, Rows);
  readsOk(Db, {}, {});
  batchesOk(Db, Rows);
  stridesOk(Db, Rows);
  return sqlite3_close(Db);
}
