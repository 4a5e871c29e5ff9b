// packages: libpq sqlite3
// args: -std=c++17
#include <libpq-fe.h>
#include <map>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

struct Order {
  int Id = 0;
  double Total = 0;
};

static double one(PGresult *Result) {
  const double Value = std::stod(PQgetvalue(Result, 0, 0));
  PQclear(Result);
  return Value;
}

// Another value for each.
static double price(PGconn *Db, int Id) {
  return one(PQexec(Db, ("SELECT price FROM items WHERE id = " + std::to_string(Id)).c_str()));
}
void keyOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total += price(Db, Each.Id);
}

// Another answer each time.
void sequenceOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Id = static_cast<int>(one(PQexec(Db, "SELECT nextval('ids')")));
}
void clockOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total = one(PQexec(Db, "SELECT extract(epoch FROM now())"));
}

// Something is written meanwhile.
void writesOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders) {
    PQclear(PQexec(Db, ("UPDATE sums SET total = total + " + std::to_string(Each.Total)).c_str()));
    Each.Total = one(PQexec(Db, "SELECT total FROM sums"));
  }
}
void store(PGconn *Db, const Order &Each);
void unseenOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders) {
    store(Db, Each);
    Each.Total = one(PQexec(Db, "SELECT total FROM sums"));
  }
}

// Asked until it is something else.
void pollsOk(PGconn *Db, const std::vector<Order> &Orders) {
  for (const Order &Each : Orders) {
    if (one(PQexec(Db, "SELECT paused FROM jobs")) == 0)
      break;
    static_cast<void>(Each);
  }
}
void waitsOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders) {
    Each.Total = one(PQexec(Db, "SELECT load FROM machines"));
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}

// Kept already.
class Taxes {
public:
  double current(PGconn *Db) {
    if (Known == 0)
      Known = one(PQexec(Db, "SELECT percent FROM taxes WHERE current"));
    return Known;
  }

private:
  double Known = 0;
};
void keptOk(PGconn *Db, Taxes &All, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total *= All.current(Db);
}

// Another server each time.
void serversOk(const std::vector<PGconn *> &Servers, std::vector<double> &Loads) {
  for (PGconn *Db : Servers)
    Loads.push_back(one(PQexec(Db, "SELECT load FROM machines")));
}

// Members that a call may change.
class Pages {
public:
  void allOk(PGconn *Db, std::vector<Order> &Orders) {
    for (Order &Each : Orders) {
      advance();
      Each.Total = one(PQexec(Db, Sql.c_str()));
    }
  }

private:
  void advance() { Sql += "1"; }
  std::string Sql = "SELECT total FROM sums WHERE page = 1";
};

// No server.
void embeddedOk(sqlite3 *Db, const std::vector<Order> &Orders) {
  for (const Order &Each : Orders) {
    sqlite3_exec(Db, "SELECT percent FROM taxes", nullptr, nullptr, nullptr);
    static_cast<void>(Each);
  }
}

void fewOk(PGconn *Db) {
  for (int I = 0; I < 3; ++I)
    one(PQexec(Db, "SELECT percent FROM taxes"));
}

// A function of the database may do anything.
void jobsOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Id = static_cast<int>(one(PQexec(Db, "SELECT pop_job()")));
}
void jobsFromOk(PGconn *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Id = static_cast<int>(one(PQexec(Db, "SELECT id FROM take_job(1) AS id")));
}

// Of a text that is not known.
void stepsOk(PGconn *Db, const std::vector<std::string> &Steps) {
  double Version = 0;
  for (const std::string &Step : Steps) {
    Version += one(PQexec(Db, "SELECT version FROM meta WHERE id = 1"));
    if (Version < 7)
      PQclear(PQexec(Db, Step.c_str()));
  }
}

// Of another schema each time.
void schemasOk(PGconn *Db, const std::vector<std::string> &Schemas, std::vector<double> &Counts) {
  for (const std::string &Schema : Schemas) {
    PQclear(PQexec(Db, ("SET search_path TO " + Schema).c_str()));
    Counts.push_back(one(PQexec(Db, "SELECT count(*) FROM users")));
  }
}
