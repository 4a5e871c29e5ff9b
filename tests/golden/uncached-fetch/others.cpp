// packages: libpqxx mariadb
// args: -std=c++17 -pthread
#include <functional>
#include <httplib.h>
#include <mysql.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Order {
  std::string Sku;
  double Total = 0;
};

static double rate(httplib::Client &Bank, const std::string &Currency) {
  const auto Answer = Bank.Get(("/rates/" + Currency).c_str()); // want-note: 'rate' calls 'Bank.Get' here
  return Answer ? std::stod(Answer->body) : 1;
}

void httpBad(httplib::Client &Bank, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total *= rate(Bank, "EUR"); // want: each 'rate' leads to fetching the same from a server again
}

// Of one currency, but which, the caller says.
void sameCurrencyBad(httplib::Client &Bank, const std::string &Currency, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total *= rate(Bank, Currency); // want: each 'rate' leads to fetching the same
}

void pqxxBad(pqxx::work &Tx, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total *= Tx.exec1("SELECT percent FROM taxes WHERE current")[0].as<double>(); // want: each 'Tx.exec1' fetches the same
}

void mysqlBad(MYSQL *Db, std::vector<Order> &Orders) {
  for (Order &Each : Orders) {
    mysql_query(Db, "SELECT percent FROM taxes WHERE current"); // want: each 'mysql_query' fetches the same
    MYSQL_RES *Rows = mysql_store_result(Db);
    Each.Total *= std::stod(mysql_fetch_row(Rows)[0]);
    mysql_free_result(Rows);
  }
}

// ---- what must not be reported ---------------------------------------------

void keyOk(httplib::Client &Shop, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Total += rate(Shop, Each.Sku);
}

// Sends something.
void postOk(httplib::Client &Shop, const std::vector<Order> &Orders) {
  for (const Order &Each : Orders) {
    Shop.Post("/tick", "", "text/plain");
    static_cast<void>(Each);
  }
}

// To see whether it is there, and how fast.
void probeOk(httplib::Client &Shop, std::vector<Order> &Orders) {
  for (Order &Each : Orders) {
    Shop.Get("/");
    Each.Total = 1;
  }
}

// The address says that each answer is another one.
void nextOk(httplib::Client &Shop, std::vector<Order> &Orders) {
  for (Order &Each : Orders)
    Each.Sku = Shop.Get("/orders/next")->body;
}

// Another server each time.
void serversOk(const std::vector<httplib::Client *> &Servers, std::vector<std::string> &Versions) {
  for (httplib::Client *Each : Servers)
    Versions.push_back(Each->Get("/version")->body);
}

// Whoever is called may write.
void callbackOk(pqxx::work &Tx, std::vector<Order> &Orders, const std::function<void(Order &)> &Book) {
  for (Order &Each : Orders) {
    Book(Each);
    Each.Total = Tx.exec1("SELECT total FROM sums")[0].as<double>();
  }
}

// Of somebody else each time.
void tokensOk(httplib::Client &Shop, const std::vector<std::string> &Tokens, std::vector<std::string> &Names) {
  for (const std::string &Token : Tokens) {
    Shop.set_bearer_token_auth(Token.c_str());
    Names.push_back(Shop.Get("/me")->body);
  }
}
