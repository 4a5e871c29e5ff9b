// Through a virtual function, and through three functions of other files.
#include "import.h"

#include <sqlite3.h>

namespace {

class TableSink : public Sink {
public:
  explicit TableSink(sqlite3 *db) : db_(db) {}
  void put(const Order &order) override;

private:
  sqlite3 *db_;
};

} // namespace

void TableSink::put(const Order &order) {
  // want-note@+2: TableSink::put' calls 'sqlite3_exec' here
  if (order.id != 0)
    sqlite3_exec(db_, "INSERT INTO orders DEFAULT VALUES", 0, 0, 0);
}

void fill(Sink &sink, const Order &order);

void direct(Sink &sink, const std::vector<Order> &orders) {
  for (const Order &order : orders) // want-note: inside this loop
    fill(sink, order); // want: each 'fill' runs this INSERT
}

void fillTable(sqlite3 *db, const std::vector<Order> &orders) {
  TableSink table(db);
  direct(table, orders);
}
