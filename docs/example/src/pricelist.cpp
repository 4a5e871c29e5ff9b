#include "pricelist.h"

#include <cstddef>
#include <libpq-fe.h>
#include <stdexcept>

namespace {

struct Clear {
  void operator()(PGresult *result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

void require(PGconn *connection, bool good) {
  if (!good)
    throw std::runtime_error(PQerrorMessage(connection));
}

PGconn *open(const std::string &server) {
  PGconn *connection = PQconnectdb(server.c_str());
  if (PQstatus(connection) == CONNECTION_OK)
    return connection;
  const std::string message = PQerrorMessage(connection);
  PQfinish(connection);
  throw std::runtime_error(message);
}

} // namespace

void PriceList::Close::operator()(PGconn *connection) const {
  PQfinish(connection);
}

PriceList::PriceList(const std::string &server) : connection_(open(server)) {}

std::int64_t PriceList::priceOf(const std::string &sku) {
  const char *values[] = {sku.c_str()};
  const Result result(
      PQexecParams(connection_.get(), "SELECT cents FROM prices WHERE sku = $1",
                   1, nullptr, values, nullptr, nullptr, 0));
  require(connection_.get(), PQresultStatus(result.get()) == PGRES_TUPLES_OK);
  return PQntuples(result.get()) == 0
             ? 0
             : std::stoll(PQgetvalue(result.get(), 0, 0));
}

std::map<std::string, std::int64_t>
PriceList::pricesOf(std::span<const std::string> skus) {
  std::string array = "{";
  for (const std::string &sku : skus) {
    if (array.size() > 1)
      array += ',';
    array += sku;
  }
  array += '}';
  const char *values[] = {array.c_str()};
  const Result result(PQexecParams(
      connection_.get(), "SELECT sku, cents FROM prices WHERE sku = ANY($1)", 1,
      nullptr, values, nullptr, nullptr, 0));
  require(connection_.get(), PQresultStatus(result.get()) == PGRES_TUPLES_OK);
  std::map<std::string, std::int64_t> prices;
  for (int row = 0; row < PQntuples(result.get()); ++row)
    prices.emplace(PQgetvalue(result.get(), row, 0),
                   std::stoll(PQgetvalue(result.get(), row, 1)));
  return prices;
}

void PriceList::publishStock(const std::string &sku, std::int64_t quantity) {
  const std::string amount = std::to_string(quantity);
  const char *values[] = {sku.c_str(), amount.c_str()};
  const Result result(PQexecParams(
      connection_.get(), "UPDATE stock SET quantity = $2 WHERE sku = $1", 2,
      nullptr, values, nullptr, nullptr, 0));
  require(connection_.get(), PQresultStatus(result.get()) == PGRES_COMMAND_OK);
}

void PriceList::begin() {
  const Result result(PQexec(connection_.get(), "BEGIN"));
  require(connection_.get(), PQresultStatus(result.get()) == PGRES_COMMAND_OK);
}

void PriceList::commit() {
  const Result result(PQexec(connection_.get(), "COMMIT"));
  require(connection_.get(), PQresultStatus(result.get()) == PGRES_COMMAND_OK);
}

bool isDelisted(const std::string &server, const std::string &sku) {
  PGconn *connection = PQconnectdb(server.c_str());
  const char *values[] = {sku.c_str()};
  const Result result(PQexecParams(
      connection, "SELECT 1 FROM delisted WHERE sku = $1", 1, nullptr, values,
      nullptr, nullptr, 0));
  const bool found = PQntuples(result.get()) > 0;
  PQfinish(connection);
  return found;
}
