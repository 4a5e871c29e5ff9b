// packages: libpqxx
// args: -std=c++17
#include <iostream>
#include <pqxx/pqxx>
#include <string>
#include <tuple>
#include <vector>

void outsideOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  pqxx::work Tx(C);
  for (const std::string &Name : Names)
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
  Tx.commit();
}

// The handle is a transaction of the caller's.
void givenOk(pqxx::work &Tx, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
}
void givenBaseOk(pqxx::transaction_base &Tx, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
}

// Savepoints
void subtransactionsOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  pqxx::work Tx(C);
  for (const std::string &Name : Names) {
    pqxx::subtransaction Sub(Tx);
    Sub.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
    Sub.commit();
  }
  Tx.commit();
}

// A4
void retryOk(pqxx::connection &C) {
  for (int Attempt = 0; Attempt < 100; ++Attempt)
    try {
      pqxx::work Tx(C);
      Tx.exec("UPDATE t SET n = n + 1");
      Tx.commit();
      break;
    } catch (const pqxx::serialization_failure &) {
    }
}

// B3
void shardsOk(std::vector<pqxx::connection> &All) {
  for (pqxx::connection &C : All) {
    pqxx::work Tx(C);
    Tx.exec("UPDATE t SET n = 0");
    Tx.commit();
  }
}

// B4
void isolatedOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    try {
      pqxx::work Tx(C);
      Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
      Tx.commit();
    } catch (const std::exception &E) {
      std::cerr << E.what();
    }
}

// B6
void readsOk(pqxx::connection &C, const std::vector<int> &Ids) {
  for (int Id : Ids) {
    pqxx::work Tx(C);
    std::cout << Tx.exec1("SELECT name FROM t WHERE id = " + std::to_string(Id))[0].c_str();
    Tx.commit();
  }
}

// B7
void jobsOk(pqxx::connection &C, const std::vector<int> &Slots) {
  for (int Slot : Slots) {
    pqxx::work Tx(C);
    const auto Job = Tx.exec1("SELECT id FROM jobs WHERE slot = " + std::to_string(Slot) + " LIMIT 1 FOR UPDATE SKIP LOCKED");
    Tx.exec("DELETE FROM jobs WHERE id = " + std::to_string(Slot));
    Tx.commit();
  }
}
void lockedJobsOk(pqxx::connection &C, const std::vector<int> &Slots) {
  for (int Slot : Slots) {
    pqxx::work Tx(C);
    Tx.exec("SELECT id FROM jobs LIMIT 1 FOR UPDATE SKIP LOCKED");
    Tx.exec("DELETE FROM jobs WHERE id = " + std::to_string(Slot));
    Tx.commit();
  }
}

// Rolled back, not committed
void dryRunOk(pqxx::connection &C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    pqxx::work Tx(C);
    Tx.exec("INSERT INTO t VALUES(" + Tx.quote(Name) + ")");
  }
}

// COPY
void copyOk(pqxx::connection &C, const std::vector<std::tuple<int, int>> &Rows) {
  pqxx::work Tx(C);
  pqxx::stream_to To(Tx, "t");
  for (const auto &Row : Rows)
    To << Row;
  To.complete();
  Tx.commit();
}
