#include "store.h"

#include <cstdlib>
#include <sqlite3.h>

Store::Store(const char *path) { sqlite3_open(path, &db_); }
Store::~Store() { sqlite3_close(db_); }

Transaction Store::begin() { return Transaction(db_); }

void Store::add(const Order &order) {
  // want-note@+2: 'Store::add' calls 'sqlite3_exec' here
  if (order.id != 0)
    sqlite3_exec(db_, "INSERT INTO orders DEFAULT VALUES", 0, 0, 0);
}

void Store::addPaid(const Order &order) {
  if (order.paid)
    add(order); // want-note: 'Store::addPaid' calls 'add' here
}

void Store::addCounted(const Order &order) {
  if (++pending_ < 1000 && order.id != 0)
    return;
  pending_ = 0;
  sqlite3_exec(db_, "INSERT INTO orders SELECT * FROM waiting", 0, 0, 0);
}

void Store::addCommitted(const Order &order) {
  sqlite3_exec(db_, "BEGIN", 0, 0, 0);
  add(order);
  sqlite3_exec(db_, "INSERT INTO log DEFAULT VALUES", 0, 0, 0);
  // want-note@+1: 'Store::addCommitted' calls 'sqlite3_exec' here
  sqlite3_exec(db_, "COMMIT", 0, 0, 0);
}

void Store::addOrUndo(const Order &order) {
  sqlite3_exec(db_, "BEGIN", 0, 0, 0);
  add(order);
  if (has(order.id))
    sqlite3_exec(db_, "COMMIT", 0, 0, 0);
  else
    sqlite3_exec(db_, "ROLLBACK", 0, 0, 0);
}

void Store::addAll(const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    if (order.id != 0)
      sqlite3_exec(db_, "INSERT INTO orders DEFAULT VALUES", 0, 0, 0); // want: each 'sqlite3_exec' runs this INSERT
}

// As addAll, but its only caller, in another file, has a transaction open.
void Store::addAllAtOnce(const std::vector<Order> &orders) {
  for (const Order &order : orders)
    if (order.id != 0)
      sqlite3_exec(db_, "INSERT INTO orders DEFAULT VALUES", 0, 0, 0);
}

void Store::run(const char *sql) {
  // want-note@+1: 'Store::run' calls 'sqlite3_exec' here
  sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
}

void Store::notify(const Order &order) {
  add(order);
  std::system("mail customer");
}

bool Store::has(int id) {
  char *result = nullptr;
  sqlite3_exec(db_, "SELECT 1 FROM orders", nullptr, nullptr, &result);
  return id != 0 && result != nullptr;
}

Transaction::Transaction(sqlite3 *db) : db_(db) {
  sqlite3_exec(db_, "BEGIN", 0, 0, 0);
}

Transaction::~Transaction() {
  if (!done_)
    sqlite3_exec(db_, "ROLLBACK", 0, 0, 0);
}

void Transaction::commit() {
  sqlite3_exec(db_, "COMMIT", 0, 0, 0);
  done_ = true;
}

void archive(sqlite3 *db, const Order &order) {
  // want-note@+2: 'archive' calls 'sqlite3_exec' here
  if (order.paid)
    sqlite3_exec(db, "DELETE FROM orders WHERE paid", 0, 0, 0);
}
