// A store that hides its database from the files that use it.
#pragma once

#include <string>
#include <vector>

struct sqlite3;

struct Order {
  int id = 0;
  std::string customer;
  bool paid = false;
};

class Transaction;

class Store {
public:
  explicit Store(const char *path);
  ~Store();

  Transaction begin();
  void add(const Order &order);
  void addPaid(const Order &order);
  void addCounted(const Order &order);
  void addCommitted(const Order &order);
  void addOrUndo(const Order &order);
  void addAll(const std::vector<Order> &orders);
  void addAllAtOnce(const std::vector<Order> &orders);
  void run(const char *sql);
  void notify(const Order &order);
  bool has(int id);

private:
  sqlite3 *db_ = nullptr;
  int pending_ = 0;
};

/// Undoes what was not committed.
class Transaction {
public:
  explicit Transaction(sqlite3 *db);
  ~Transaction();
  void commit();

private:
  sqlite3 *db_;
  bool done_ = false;
};

void archive(sqlite3 *db, const Order &order);

/// What orders are written to.
class Sink {
public:
  virtual ~Sink() = default;
  virtual void put(const Order &order) = 0;
};
