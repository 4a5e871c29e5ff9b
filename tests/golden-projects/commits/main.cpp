#include "import.h"

#include <sqlite3.h>

void importEach(Store &store, const std::vector<Order> &orders);
void importCommitted(Store &store, const std::vector<Order> &orders);
void runEach(Store &store, const std::vector<Order> &orders);
void archiveEach(sqlite3 *db, const std::vector<Order> &orders);
void importAllInOne(Store &store, const std::vector<Order> &orders);
void counted(Store &store, const std::vector<Order> &orders);
void undone(Store &store, const std::vector<Order> &orders);
void isolated(Store &store, const std::vector<Order> &orders);
void withMail(Store &store, const std::vector<Order> &orders);
void fillTable(sqlite3 *db, const std::vector<Order> &orders);
void archiveNow(sqlite3 *db, const std::vector<Order> &orders);
void installOrders(Store &store, const std::vector<Order> &orders);
void upgradeOrders(Store &store, const std::vector<Order> &orders);

void welcome(Store &store, const std::vector<Order> &orders) {
  installOrders(store, orders);
}

int main(int argc, char **argv) {
  Store store(argv[argc - 1]);
  const std::vector<Order> orders(1000);
  upgradeOrders(store, orders);
  welcome(store, orders);
  import(store, orders);
  importPaid(store, orders);
  importEach(store, orders);
  importCommitted(store, orders);
  runEach(store, orders);
  importAllInOne(store, orders);
  counted(store, orders);
  undone(store, orders);
  isolated(store, orders);
  withMail(store, orders);
  store.addAll(orders);
  sqlite3 *db = nullptr;
  sqlite3_open(argv[argc - 1], &db);
  archiveEach(db, orders);
  archiveNow(db, orders);
  fillTable(db, orders);
}
