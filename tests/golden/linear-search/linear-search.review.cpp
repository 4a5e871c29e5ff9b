#include <algorithm>
#include <deque>
#include <string>
#include <unordered_set>
#include <vector>

struct Order {
  int id;
  std::string customer;
};

int common(const std::vector<int> &left, const std::vector<int> &right) {
  int count = 0;
  const std::unordered_set<int> rightSet(right.begin(), right.end());
  for (int each : left) // want-note: inside this loop
    if (rightSet.contains(each)) // want[review]: 'right' is searched from its beginning for 'each', once per iteration
      ++count;
  return count;
}

std::vector<std::string> uniqueBad(const std::vector<std::string> &words) {
  std::vector<std::string> result;
  for (const std::string &word : words)
    if (std::find(result.begin(), result.end(), word) == result.end()) // want[advice]: 'result' is searched from its beginning for 'word' // want-advice: if (seen.insert(word).second)
      result.push_back(word);
  return result;
}

int totalBad(const std::vector<int> &ids, const std::vector<Order> &orders) {
  int found = 0;
  for (int id : ids) {
    const auto it = std::find_if(orders.begin(), orders.end(), [&](const Order &order) { return order.id == id; }); // want[advice]: 'orders' is searched from its beginning for 'id' // want-advice: std::unordered_map<int, const Order *> ordersByKey; // before the loop // want-advice: ordersByKey.emplace(order.id, &order);
    if (it != orders.end())
      ++found;
  }
  return found;
}

bool has(const std::vector<std::string> &names, const std::string &name) {
  for (const std::string &each : names) // want[advice]: 'names' is searched from its beginning for 'name', each time 'has' is called in a loop
    if (each == name)
      return true;
  return false;
}

int knownBad(const std::vector<Order> &orders, const std::vector<std::string> &customers) {
  int count = 0;
  for (const Order &order : orders)
    if (has(customers, order.customer)) // want-note: called here
      ++count;
  return count;
}

int joinedBad(const std::vector<Order> &orders, const std::vector<Order> &others) {
  int count = 0;
  for (const Order &order : orders) {
    for (const Order &other : others) { // want[advice]: 'others' is searched from its beginning for 'order.id'
      if (other.id == order.id) {
        ++count;
        break;
      }
    }
  }
  return count;
}

int indexedBad(const std::vector<Order> &orders, const std::vector<Order> &others) {
  int count = 0;
  for (const Order &order : orders)
    for (std::size_t i = 0; i < others.size(); ++i) // want[advice]: 'others' is searched from its beginning for 'order.id'
      if (others[i].id == order.id) {
        ++count;
        break;
      }
  return count;
}
