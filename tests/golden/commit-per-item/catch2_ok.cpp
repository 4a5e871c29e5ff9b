// packages: sqlite3
// args: -std=c++17
// as: src/store.cpp
// options: slowpath.Tests=false
// Tests that stand beside the code they are for.
#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <string>
#include <vector>

static std::string insertion(int Id) {
  return "INSERT INTO t VALUES(" + std::to_string(Id) + ")";
}

TEST_CASE("keeps many") {
  sqlite3 *Db = nullptr;
  sqlite3_open("test.db", &Db);
  const std::vector<int> Ids(1000);
  SECTION("all new") {
    for (int Id : Ids)
      sqlite3_exec(Db, insertion(Id).c_str(), nullptr, nullptr, nullptr);
    for (int Id : Ids)
      sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
  }
}

struct Opened {
  sqlite3 *Db = nullptr;
};

TEST_CASE_METHOD(Opened, "keeps many of a fixture") {
  const std::vector<int> Ids(1000);
  for (int Id : Ids)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
}

TEMPLATE_TEST_CASE("keeps many of each type", "", int, long) {
  sqlite3 *Db = nullptr;
  sqlite3_open("test.db", &Db);
  const std::vector<TestType> Ids(1000);
  for (int Id : Ids)
    sqlite3_exec(Db, ("INSERT INTO t VALUES(" + std::to_string(Id) + ")").c_str(), nullptr, nullptr, nullptr);
}
