#include "headquarters.h"

void updatePrices(PriceList &prices, std::vector<Item> &items) {
  for (Item &item : items) {
    const std::int64_t cents = prices.priceOf(item.sku);
    if (cents != 0)
      item.unitCents = cents;
  }
}

std::int64_t stockValue(PriceList &prices, const std::vector<Item> &items) {
  std::vector<std::string> skus;
  skus.reserve(items.size());
  for (const Item &item : items)
    skus.push_back(item.sku);
  const std::map<std::string, std::int64_t> known = prices.pricesOf(skus);
  std::int64_t total = 0;
  for (const Item &item : items)
    if (const auto price = known.find(item.sku); price != known.end())
      total += item.quantity * price->second;
  return total;
}

std::vector<Item> stillListed(const std::string &server,
                              const std::vector<Item> &items) {
  std::vector<Item> listed;
  listed.reserve(items.size());
  for (const Item &item : items)
    if (!isDelisted(server, item.sku))
      listed.push_back(item);
  return listed;
}

void publishStock(PriceList &prices, const std::vector<Item> &items) {
  for (const Item &item : items)
    prices.publishStock(item.sku, item.quantity);
}

void publishInventory(PriceList &prices, const std::vector<Item> &items) {
  prices.begin();
  for (const Item &item : items)
    prices.publishStock(item.sku, item.quantity);
  prices.commit();
}
