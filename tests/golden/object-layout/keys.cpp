#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

enum class Kind { Open, Paid, Sent, Lost };
struct Order {
  Kind kind = Kind::Open;
  double price = 0;
};

double largest(const std::vector<Order> &orders) {
  std::map<Kind, double> sums; // want-note: declared here
  // want-note@+1: inside this loop
  for (const Order &order : orders)
    sums[order.kind] += order.price; // want[advice]: 'sums[order.kind]' searches 'sums' for a key of which there are only 4 (n searches → n array accesses) // want-advice: std::array<double, 4> sums;
  double result = 0;
  for (const auto &[kind, sum] : sums)
    result = sum > result ? sum : result;
  return result;
}

class Prices {
public:
  double total(const std::vector<Order> &orders) const {
    double sum = 0;
    // want-note@+1: inside this loop
    for (const Order &order : orders)
      if (const auto found = rates.find(order.kind); found != rates.end()) // want[advice]: 'rates.find(order.kind)' searches 'rates' for a key of which there are only 4 // want-advice: std::array<std::optional<double>, 4> rates;
        sum += order.price * found->second;
    return sum;
  }

private:
  std::unordered_map<Kind, double> rates; // want-note: declared here
};

int different(const std::string &text) {
  std::set<char> seen; // want-note: declared here
  // want-note@+1: inside this loop
  for (char c : text)
    seen.insert(c); // want[advice]: 'seen.insert(c)' searches 'seen' for a key of which there are only 256 // want-advice: std::bitset<256> seen;
  return static_cast<int>(seen.size());
}

// Each of many has one, which is larger than all that it can hold.
struct Account {
  std::set<Kind> kinds; // want-note: declared here
  bool has(Kind kind) const { return kinds.count(kind) != 0; } // want[advice]: 'kinds.count(kind)' searches 'kinds' for a key of which there are only 4 // want-advice: std::bitset<4> kinds;
};
void accounts(const std::vector<Order> &orders, std::vector<Account> &all) {
  for (const Order &order : orders)
    if (order.price > 0)
      all.emplace_back(); // want-note: 'all' gets one per iteration here
}
