// The price list of the headquarters, in PostgreSQL.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>

using PGconn = struct pg_conn;

class PriceList {
public:
  /// `server` is a libpq connection string.
  explicit PriceList(const std::string &server);

  /// In cents; 0 if the headquarters does not know the item.
  std::int64_t priceOf(const std::string &sku);
  std::map<std::string, std::int64_t>
  pricesOf(std::span<const std::string> skus);

  /// Tells the headquarters what is on stock here.
  void publishStock(const std::string &sku, std::int64_t quantity);

  void begin();
  void commit();

private:
  struct Close {
    void operator()(PGconn *connection) const;
  };
  std::unique_ptr<PGconn, Close> connection_;
};

/// Has the headquarters taken the item off the list?
bool isDelisted(const std::string &server, const std::string &sku);
