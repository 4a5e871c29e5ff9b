// args: -isystem /usr/include/postgresql
#include "feed.h"
#include <libpq-fe.h>

static PGconn *Db = nullptr;

static void ask(const std::string &Sql) {
  PQclear(PQexec(Db, Sql.c_str())); // want-note: 'ask' ends up in this call
}

static void auditOrder(int Id) {
  ask("SELECT * FROM audit WHERE id = " + std::to_string(Id)); // want-note: 'auditOrder' calls 'ask' here
}

struct Asker : Sink {
  void take(const Order &Each) override {
    ask("SELECT * FROM stock WHERE id = " + std::to_string(Each.Id)); // want-note: 'Asker::take' calls 'ask' here, if it is this one of 2 that 'To.take' may call
  }
};
struct Teller : Sink {
  void take(const Order &) override { PQclear(PQexec(Db, "LISTEN orders")); }
};

int main() {
  Db = PQconnectdb("dbname=shop");
  Feed From;
  From.onOrder([](const Order &Each) {
    ask("SELECT * FROM customer WHERE name = '" + Each.Customer + "'"); // want-note: 'main::(lambda)' calls 'ask' here
  });
  From.onBatch([](const std::vector<Order> &All) {
    ask("SELECT * FROM batch WHERE size = " + std::to_string(All.size()));
  });
  const std::vector<Order> All(9);
  From.deliver(All);
  forEach(All, [](const Order &Each) {
    ask("SELECT * FROM line WHERE id = " + std::to_string(Each.Id)); // want-note: 'main::(lambda)' calls 'ask' here
  });
  Asker To;
  Teller Of;
  fill(To, All);
  fill(Of, All);
  Audit = auditOrder;
  auditAll(All);
  PQfinish(Db);
}
