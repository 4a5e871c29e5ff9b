#include "import.h"

#include <algorithm>
#include <memory>
#include <sqlite3.h>

void import(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    store.add(order); // want[advice]: each 'store.add' runs this INSERT that is a transaction of its own
}

void importPaid(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    store.addPaid(order); // want: each 'store.addPaid' runs this INSERT
}

void importEach(Store &store, const std::vector<Order> &orders) {
  // want-note@+1: the callable is run once per element by this call
  std::for_each(orders.begin(), orders.end(), [&](const Order &order) {
    store.addPaid(order); // want: each 'store.addPaid' runs this INSERT
  });
}

void importCommitted(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    store.addCommitted(order); // want: each 'store.addCommitted' is a transaction of its own
}

void runEach(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    if (order.id > 0)
      store.run("UPDATE orders SET paid = 1"); // want: each 'store.run' runs this UPDATE
}

void archiveEach(sqlite3 *db, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    archive(db, order); // want: each 'archive' runs this DELETE
}

void archiveNow(sqlite3 *db, const std::vector<Order> &orders) {
  const auto each = [&] {
    for (const Order &order : orders) // want-note: inside this loop
      archive(db, order); // want: each 'archive' runs this DELETE
  };
  each();
}

// Called for a customer, in main.cpp.
void installOrders(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    store.addPaid(order); // want: each 'store.addPaid' runs this INSERT
}

// ---- what must not be reported ---------------------------------------------

void inTransaction(Store &store, const std::vector<Order> &orders) {
  Transaction transaction = store.begin();
  for (const Order &order : orders)
    store.add(order);
  transaction.commit();
}

void inTransactionByText(Store &store, const std::vector<Order> &orders) {
  store.run("BEGIN");
  for (const Order &order : orders)
    store.add(order);
  store.run("COMMIT");
}

void importInOne(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.add(order);
}

void importAllInOne(Store &store, const std::vector<Order> &orders) {
  Transaction transaction = store.begin();
  importInOne(store, orders);
  store.addAllAtOnce(orders);
  transaction.commit();
}

void counted(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.addCounted(order);
}

void undone(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.addOrUndo(order);
}

void isolated(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    try {
      store.add(order);
    } catch (const std::exception &) {
    }
}

void withMail(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.notify(order);
}

void toShards(std::vector<std::unique_ptr<Store>> &shards, const Order &order) {
  for (const std::unique_ptr<Store> &shard : shards)
    shard->add(order);
}

void retried(Store &store, const Order &order) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    store.add(order);
    if (store.has(order.id))
      return;
  }
}

void reading(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    if (store.has(order.id))
      return;
}

void suppressed(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.add(order); // NOLINT(slowpath-commit-per-item): each is waited for
}

// Called when the program starts, in main.cpp.
void upgradeOrders(Store &store, const std::vector<Order> &orders) {
  for (const Order &order : orders)
    store.addPaid(order);
}
