// packages: sqlite3
// args: -std=c++17
// One commit for many items.
#include <soci/soci.h>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Row {
  int Id;
};

static int run(sqlite3 *Db, const std::string &Sql) {
  return sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}
static int insert(sqlite3 *Db, const Row &R) {
  return run(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
}

void everyOk(soci::session &Sql, const std::vector<int> &Ids) {
  int N = 0;
  Sql.begin();
  for (int Id : Ids) {
    Sql << "INSERT INTO t(id) VALUES(:id)", soci::use(Id);
    if (++N % 1000 == 0) {
      Sql.commit();
      Sql.begin();
    }
  }
  Sql.commit();
}

// A full batch is written in one transaction.
constexpr std::size_t Most = 500;
static void flush(sqlite3 *Db, const std::vector<Row> &Batch) {
  run(Db, "BEGIN");
  for (const Row &R : Batch)
    insert(Db, R);
  run(Db, "COMMIT");
}
void batchOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  std::vector<Row> Batch;
  for (const Row &R : Rows) {
    Batch.push_back(R);
    if (Batch.size() >= Most) {
      flush(Db, Batch);
      Batch.clear();
    }
  }
  flush(Db, Batch);
}

void bytesOk(sqlite3 *Db, const std::vector<std::string> &Names) {
  std::size_t Bytes = 0;
  run(Db, "BEGIN");
  for (const std::string &Name : Names) {
    run(Db, "INSERT INTO t VALUES('" + Name + "')");
    Bytes += Name.size();
    if (Bytes >= 1 << 20) {
      run(Db, "COMMIT");
      run(Db, "BEGIN");
      Bytes = 0;
    }
  }
  run(Db, "COMMIT");
}

void countOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  int Pending = 0;
  for (const Row &R : Rows) {
    if (Pending == 0)
      run(Db, "BEGIN");
    insert(Db, R);
    if (++Pending == 1000) {
      run(Db, "COMMIT");
      Pending = 0;
    }
  }
  if (Pending != 0)
    run(Db, "COMMIT");
}

void lastOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (std::size_t I = 0; I < Rows.size(); ++I) {
    if (I == 0)
      run(Db, "BEGIN");
    insert(Db, Rows[I]);
    if (I + 1 == Rows.size())
      run(Db, "COMMIT");
  }
}
void lastIteratorOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  for (auto It = Rows.begin(); It != Rows.end(); ++It) {
    if (It == Rows.begin())
      run(Db, "BEGIN");
    insert(Db, *It);
    if (std::next(It) == Rows.end())
      run(Db, "COMMIT");
  }
}

// Begun with the loop.
void initOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  auto It = Rows.begin();
  for (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); It != Rows.end(); ++It)
    insert(Db, *It);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}
void initAloneOk(sqlite3 *Db, const std::vector<Row> &Rows) {
  auto It = Rows.begin();
  for (run(Db, "BEGIN"); It != Rows.end(); ++It)
    insert(Db, *It);
}

// Without callers that have begun one.
int main(int, char **Args) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Args[1], &Db) != SQLITE_OK)
    return 1;
  const std::vector<Row> Rows(1000);
  batchOk(Db, Rows);
  bytesOk(Db, {});
  countOk(Db, Rows);
  lastOk(Db, Rows);
  lastIteratorOk(Db, Rows);
  initOk(Db, Rows);
  initAloneOk(Db, Rows);
  return sqlite3_close(Db);
}
