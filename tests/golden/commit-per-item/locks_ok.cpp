// packages: libpqxx
// args: -std=c++17
// A transaction that is kept open while a job is worked on, one per job.
#include <pqxx/pqxx>
#include <string>
#include <vector>

void rowOk(pqxx::connection &C, const std::vector<int> &Jobs) {
  for (int Job : Jobs) {
    pqxx::work Tx(C);
    Tx.exec("SELECT 1 FROM jobs WHERE id = " + std::to_string(Job) + " FOR UPDATE");
    Tx.exec("UPDATE jobs SET done = true WHERE id = " + std::to_string(Job));
    Tx.commit();
  }
}

static int take(pqxx::work &Tx) {
  return Tx.exec("SELECT id FROM jobs LIMIT 1 FOR UPDATE SKIP LOCKED")[0][0].as<int>();
}
void helperOk(pqxx::connection &C, int Count) {
  for (int I = 0; I < Count; ++I) {
    pqxx::work Tx(C);
    Tx.exec("DELETE FROM jobs WHERE id = " + std::to_string(take(Tx)));
    Tx.commit();
  }
}

void advisoryOk(pqxx::connection &C, const std::vector<int> &Jobs) {
  for (int Job : Jobs) {
    pqxx::work Tx(C);
    Tx.exec("SELECT pg_advisory_xact_lock(" + std::to_string(Job) + ")");
    Tx.exec("UPDATE jobs SET done = true WHERE id = " + std::to_string(Job));
    Tx.commit();
  }
}

void listenOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    pqxx::work Tx(C);
    Tx.exec("LISTEN " + Tx.quote_name(Name));
    Tx.exec("UPDATE channel SET heard = now() WHERE name = " + Tx.quote(Name));
    Tx.commit();
  }
}

// One query, whatever it returns.
void returningOk(pqxx::connection &C, std::vector<int> &Ids) {
  pqxx::nontransaction Tx(C);
  for (const auto &Row : Tx.exec("DELETE FROM jobs RETURNING id"))
    Ids.push_back(Row[0].as<int>());
}
