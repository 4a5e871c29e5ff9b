// packages: libpq libcurl
// args: -std=c++17
#include <curl/curl.h>
#include <httplib.h>
#include <libpq-fe.h>
#include <memory>
#include <string>

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
std::string textOf(const PGresult *R);

void userBad(const httplib::Request &Req, httplib::Response &Res) { // want-note: this runs once per request
  PGconn *Db = PQconnectdb("dbname=shop"); // want[advice]: each 'PQconnectdb' opens a connection that is closed again: once per request // want-advice: PQconnectdb(…)  // once, and kept for all requests
  const char *Name = Req.path.c_str();
  const Result R(PQexecParams(Db, "SELECT mail FROM users WHERE name = $1", 1, nullptr, &Name, nullptr, nullptr, 0), &PQclear);
  Res.set_content(textOf(R.get()), "text/plain");
  PQfinish(Db);
}

// One of all that lead to the same.
static std::string rates() {
  httplib::Client Bank("https://bank.example"); // want-note: 'rates' calls 'httplib::Client' here
  const auto Answer = Bank.Get("/rates?token=1");
  return Answer ? Answer->body : "";
}
class Shop {
public:
  explicit Shop(const char *Address) : Address(Address) {}

  void listen() {
    Server.Get("/rates", [](const httplib::Request &, httplib::Response &Res) { // want-note: this runs once per request
      Res.set_content(rates(), "text/plain"); // want: each 'rates' leads to a connection that is closed again: once per request
    });
    Server.Post("/total", [this](const httplib::Request &Req, httplib::Response &Res) { totalBad(Req, Res); });
    Server.listen("localhost", 8080);
  }

private:
  void totalBad(const httplib::Request &, httplib::Response &Res) { // want-note: this runs once per request
    PGconn *Db = PQconnectdb(Address); // want: each 'PQconnectdb' opens a connection that is closed again: once per request
    const Result R(PQexec(Db, "SELECT sum(price) FROM orders"), &PQclear);
    Res.set_content(textOf(R.get()) + rates(), "text/plain");
    PQfinish(Db);
  }

  const char *Address;
  httplib::Server Server;
};

// Kept, of the request, or opened when there is none.
class Pool {
public:
  PGconn *get() {
    if (!Kept)
      Kept = PQconnectdb("dbname=shop");
    return Kept;
  }

private:
  PGconn *Kept = nullptr;
};
void keptOk(const httplib::Request &, httplib::Response &Res) {
  static Pool Connections;
  const Result R(PQexec(Connections.get(), "SELECT 1"), &PQclear);
  Res.set_content(textOf(R.get()), "text/plain");
}
void tenantOk(const httplib::Request &Req, httplib::Response &Res) {
  PGconn *Db = PQconnectdb(("dbname=" + Req.path).c_str());
  Res.set_content(PQdb(Db), "text/plain");
  PQfinish(Db);
}
void perThreadOk(const httplib::Request &, httplib::Response &Res) {
  thread_local PGconn *const Db = PQconnectdb("dbname=shop");
  Res.set_content(PQdb(Db), "text/plain");
}

// Of clients.
std::string clientOk(const std::string &Name) {
  httplib::Client One("https://bank.example");
  const auto Answer = One.Get(Name.c_str());
  return Answer ? Answer->body : "";
}
