// packages: sqlite3 libpqxx
// args: -std=c++17
// Each transaction is for many rows.
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Row {
  int Id;
};
struct Page {
  std::vector<Row> Rows;
  std::string Next;
};
Page fetch(const std::string &Token);

static void run(sqlite3 *Db, const std::string &Sql) {
  sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}

void pagesOk(sqlite3 *Db) {
  std::string Token;
  do {
    const Page P = fetch(Token);
    run(Db, "BEGIN");
    for (const Row &R : P.Rows)
      run(Db, "INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
    run(Db, "COMMIT");
    Token = P.Next;
  } while (!Token.empty());
}

void batchesOk(pqxx::connection &C, const std::vector<std::vector<Row>> &Batches) {
  for (const std::vector<Row> &Batch : Batches) {
    pqxx::work Tx(C);
    for (const Row &R : Batch)
      Tx.exec("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
    Tx.commit();
  }
}

static void insertAll(pqxx::work &Tx, const std::vector<Row> &Batch) {
  for (const Row &R : Batch)
    Tx.exec("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
}
void helperOk(pqxx::connection &C, const std::vector<std::vector<Row>> &Batches) {
  for (const std::vector<Row> &Batch : Batches) {
    pqxx::work Tx(C);
    insertAll(Tx, Batch);
    Tx.commit();
  }
}

static void storeAll(pqxx::connection &C, const std::vector<Row> &Batch) {
  pqxx::work Tx(C);
  for (const Row &R : Batch)
    Tx.exec("INSERT INTO t VALUES(" + std::to_string(R.Id) + ")");
  Tx.commit();
}
void calledOk(pqxx::connection &C, const std::vector<std::vector<Row>> &Batches) {
  for (const std::vector<Row> &Batch : Batches)
    storeAll(C, Batch);
}
