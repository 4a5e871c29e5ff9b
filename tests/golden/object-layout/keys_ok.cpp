#include <map>
#include <set>
#include <string>
#include <vector>

enum class Kind { Open, Paid, Sent, Lost };
enum class Flag { A = 1, B = 2, C = 4, D = 8, E = 16, F = 32 };
enum class Sparse { A = 1, B = 1000 };
struct Order {
  Kind kind = Kind::Open;
  Flag flag = Flag::A;
  Sparse sparse = Sparse::A;
  int id = 0;
  double price = 0;
};

// Any number, many, or with gaps.
void others(const std::vector<Order> &orders) {
  std::map<int, double> byId;
  std::map<Flag, double> byFlag;
  std::map<Sparse, double> bySparse;
  for (const Order &order : orders) {
    byId[order.id] += order.price;
    byFlag[order.flag] += order.price;
    bySparse[order.sparse] += order.price;
  }
}

// Others know the type.
std::map<Kind, double> returned(const std::vector<Order> &orders) {
  std::map<Kind, double> sums;
  for (const Order &order : orders)
    sums[order.kind] += order.price;
  return sums;
}
void given(const std::vector<Order> &orders, std::map<Kind, double> &sums) {
  for (const Order &order : orders)
    sums[order.kind] += order.price;
}
std::map<Kind, double> visible;
void global(const std::vector<Order> &orders) {
  for (const Order &order : orders)
    visible[order.kind] += order.price;
}

// Several values of one key.
void several(const std::vector<Order> &orders) {
  std::multimap<Kind, double> prices;
  for (const Order &order : orders)
    prices.insert({order.kind, order.price});
}

// Once, or the same each time.
double once(const Order &order) {
  std::map<Kind, double> sums;
  sums[order.kind] += order.price;
  return sums.begin()->second;
}
void constant(const std::vector<Order> &orders) {
  std::map<Kind, double> sums;
  for (const Order &order : orders)
    sums[Kind::Open] += order.price;
}

// An array would be larger than the cache.
struct Page {
  char text[4000] = {};
};
void pages(const std::string &text) {
  std::map<char, Page> all;
  for (char c : text)
    all[c].text[0] = c;
}

// There is one object, or the array would be larger than an empty map.
class Service {
public:
  double rate(Kind kind) { return rates[kind]; }

private:
  std::map<Kind, double> rates;
};
struct Account {
  std::map<char, double> sums;
  double sum(char c) { return sums[c]; }
};
void accounts(const std::vector<Order> &orders, std::vector<Account> &all) {
  for (const Order &order : orders)
    if (order.price > 0)
      all.emplace_back();
}
