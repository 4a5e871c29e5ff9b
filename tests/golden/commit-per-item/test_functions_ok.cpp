// packages: sqlite3 gtest benchmark
// as: src/store.cpp
// options: slowpath.Tests=false
// Tests and benchmarks beside the code they are for.
#include <benchmark/benchmark.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <string>

static void insert(sqlite3 *Db, int Id) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
}

class StoreTest : public testing::Test {
protected:
  void fillOk() {
    for (int I = 0; I < 1000; ++I)
      insert(Db, I);
  }
  sqlite3 *Db = nullptr;
};

TEST_F(StoreTest, KeepsManyOk) {
  for (int I = 0; I < 1000; ++I)
    sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr);
}

static void insertOk(benchmark::State &State) {
  sqlite3 *Db = nullptr;
  sqlite3_open("bench.db", &Db);
  for (auto _ : State)
    sqlite3_exec(Db, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr);
}
BENCHMARK(insertOk);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  sqlite3 *Db = nullptr;
  sqlite3_open("fuzz.db", &Db);
  for (size_t I = 0; I < Size; ++I)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Data[I]) + ")").c_str(), nullptr, nullptr, nullptr);
  return 0;
}
