// What the warehouse asks its headquarters, and tells it.
#pragma once

#include "pricelist.h"
#include "repository.h"

#include <string>
#include <vector>

/// Takes over prices that have changed.
void updatePrices(PriceList &prices, std::vector<Item> &items);

/// The value of the stock at the prices of the headquarters, in cents.
std::int64_t stockValue(PriceList &prices, const std::vector<Item> &items);

/// Leaves out what the headquarters has taken off its list.
std::vector<Item> stillListed(const std::string &server,
                              const std::vector<Item> &items);

void publishStock(PriceList &prices, const std::vector<Item> &items);

/// The same, in one go: all or nothing.
void publishInventory(PriceList &prices, const std::vector<Item> &items);
