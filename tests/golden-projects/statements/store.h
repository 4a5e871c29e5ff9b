#pragma once
#include <sqlite3.h>
#include <vector>

class Store {
public:
  explicit Store(sqlite3 *To) : Db(To) {}
  virtual ~Store();
  void insert(int Id);
  virtual void remove(int Id);
  void insertOnce(int Id);
  void insertAll(const std::vector<int> &Ids);
  sqlite3_stmt *prepare(const char *Sql);

protected:
  sqlite3 *Db;
  sqlite3_stmt *Kept = nullptr;
};

void run(sqlite3_stmt *Statement, int Id);
