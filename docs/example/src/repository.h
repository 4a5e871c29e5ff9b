// The inventory as the rest of the program sees it.
#pragma once

#include "database.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct Supplier {
  std::string name;
  std::string email;
};

struct Item {
  std::string sku;
  std::string name;
  std::string supplier;
  std::int64_t quantity = 0;
  std::int64_t threshold = 0;
  std::int64_t unitCents = 0;
  std::int64_t onOrder = 0;
};

struct Delivery {
  std::string reference;
  std::string sku;
  std::int64_t quantity = 0;
};

struct Movement {
  std::string at;
  std::string sku;
  std::string reason;
  std::int64_t delta = 0;
};

struct ReorderLine {
  Item item;
  std::int64_t amount = 0;
};

class Repository {
public:
  explicit Repository(const std::string &path);

  /// For callers that put several writes together.
  Transaction begin() { return Transaction(db_); }

  /// Stores a new item or updates the master data (not the stock) of one.
  void saveItem(const Item &item);
  void saveSuppliers(std::span<const Supplier> suppliers);

  /// Changes the stock of an item and writes its movement; false if there is
  /// no such item.
  bool adjust(std::string_view sku, std::int64_t delta,
              std::string_view reason);

  /// Books the deliveries that were not booked before.
  void receiveDeliveries(std::span<const Delivery> deliveries);
  void markOrdered(std::span<const ReorderLine> lines);
  void recordSync();

  bool hasItem(std::string_view sku);
  std::vector<Supplier> suppliers();
  std::vector<Item> lowStock();

  /// The recent past, oldest first.
  std::vector<Movement> movements();
  std::string setting(std::string_view key);

private:
  void seedSettings();

  Database db_;
  Statement saveItem_;
  Statement adjustItem_;
  Statement addMovement_;
};
