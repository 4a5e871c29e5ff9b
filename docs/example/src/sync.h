// Moves data between the inventory and the outside: feeds come in, orders go
// out.
#pragma once

#include "repository.h"

#include <cstddef>
#include <istream>
#include <set>
#include <span>
#include <string>
#include <vector>

struct Message {
  std::string supplier;
  std::string email;
  std::string body;
  int attempts = 0;
  bool sent = false;
};

/// Imports catalogues, supplier lists and deliveries, told apart by their
/// columns.
void importFeeds(Repository &repository, std::span<const std::string> files);

/// Reads the files without importing them and returns the number of problems.
std::size_t verifyFeeds(std::span<const std::string> files);

/// Applies the "SKU DELTA" pairs that a barcode scanner sends.
std::size_t applyScans(Repository &repository, std::istream &in);

/// One order per supplier that has something to deliver.
std::vector<Message> writeOrders(std::span<const Supplier> suppliers,
                                 std::span<const ReorderLine> lines);

/// Delivers to the outbox folder; returns the suppliers that were reached.
std::set<std::string> sendOrders(std::vector<Message> messages,
                                 const std::string &outbox);
