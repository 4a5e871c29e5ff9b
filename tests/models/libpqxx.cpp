// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libpqxx
#include <pqxx/pqxx>

void connections() {
  pqxx::connection Connection("dbname=x");
  Connection.activate();
  Connection.prepare("find", "SELECT a FROM t WHERE b = $1");
  Connection.prepare("SELECT a FROM t");
  Connection.disconnect();
}

/// What pqxx::work is to the project that writes its own.
class Transaction : public pqxx::dbtransaction {
public:
  explicit Transaction(pqxx::connection &Connection)
      : pqxx::dbtransaction(Connection) {}
};

void transactions(pqxx::connection &Connection) {
  pqxx::work Work(Connection);
  pqxx::subtransaction Savepoint(Work);
  Savepoint.abort();
  Work.commit();
  pqxx::robusttransaction<> Robust(Connection);
  pqxx::nontransaction Nothing(Connection);
  pqxx::perform([] {});
}

void queries(pqxx::work &Work) {
  Work.exec("SELECT a FROM t");
  Work.exec0("UPDATE t SET a = 1");
  Work.exec1("SELECT a FROM t");
  Work.exec_n(1, "SELECT a FROM t");
  Work.exec_params("SELECT a FROM t WHERE b = $1", 1);
  Work.exec_params0("UPDATE t SET a = $1", 1);
  Work.exec_params1("SELECT a FROM t WHERE b = $1", 1);
  Work.exec_prepared("find", 1);
  Work.exec_prepared0("change", 1);
  Work.exec_prepared1("find", 1);
  Work.exec_prepared_n(1, "find", 1);
}

void queriesThatCommit(pqxx::nontransaction &Work) {
  Work.exec("INSERT INTO t VALUES (1)");
  Work.exec0("INSERT INTO t VALUES (1)");
  Work.exec1("INSERT INTO t VALUES (1) RETURNING a");
  Work.exec_n(1, "INSERT INTO t VALUES (1) RETURNING a");
  Work.exec_params("INSERT INTO t VALUES ($1)", 1);
  Work.exec_params0("INSERT INTO t VALUES ($1)", 1);
  Work.exec_params1("INSERT INTO t VALUES ($1) RETURNING a", 1);
  Work.exec_prepared("change", 1);
  Work.exec_prepared0("change", 1);
  Work.exec_prepared1("find", 1);
  Work.exec_prepared_n(1, "find", 1);
}

void bulk(pqxx::work &Work) {
  pqxx::pipeline Pipeline(Work);
  const auto Number = Pipeline.insert("SELECT a FROM t");
  Pipeline.retrieve(Number);
  pqxx::stream_to To(Work, "t");
  To.complete();
  pqxx::stream_from From(Work, "t");
}
