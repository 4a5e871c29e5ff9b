#include <istream>
#include <string>
#include <utility>
#include <vector>

std::string nameOf(double price);
void show(const std::string &text);

// Something else, at least once.
struct AssignedOk {
  double price = 0;
  std::string state = "open";
};
void assign(AssignedOk &order) { order.state = nameOf(order.price); }

struct ReadOk {
  double price = 0;
  std::string state = "open";
};
void read(std::istream &in, ReadOk &order) { in >> order.state; }

struct AppendedOk {
  double price = 0;
  std::string state = "open";
};
void append(AppendedOk &order) { order.state += '!'; }

struct ListedOk {
  double price = 0;
  std::string state = "open";
};
ListedOk listed(double price) { return {price, nameOf(price)}; }

struct ForwardedOk {
  double price = 0;
  std::string state = "open";
};

struct BoundOk {
  double price = 0;
  std::string state = "open";
};
void bind(BoundOk &order) {
  auto &[price, state] = order;
  state = nameOf(price);
}

struct PointedOk {
  double price = 0;
  std::string state = "open";
};
void point(PointedOk &order, std::string PointedOk::*member) { order.*member = nameOf(order.price); }
void pointAt(PointedOk &order) { point(order, &PointedOk::state); }

class ConstructedOk {
public:
  ConstructedOk() = default;
  explicit ConstructedOk(std::string text) : state(std::move(text)) {}

private:
  double price = 0;
  std::string state = "open";
};

// Needed as a string.
struct ShownOk {
  double price = 0;
  std::string state = "open";
};
void showIt(const ShownOk &order) { show(order.state); }

// Nobody ever sets it.
struct EmptyOk {
  double price = 0;
  std::string state;
};

void fill(const std::vector<double> &prices, std::vector<AssignedOk> &assigned, std::vector<ReadOk> &read,
          std::vector<AppendedOk> &appended, std::vector<ListedOk> &listed, std::vector<ForwardedOk> &forwarded,
          std::vector<BoundOk> &bound, std::vector<PointedOk> &pointed, std::vector<ConstructedOk> &constructed,
          std::vector<ShownOk> &shown, std::vector<EmptyOk> &empty) {
  for (double price : prices) {
    assigned.emplace_back().price = price;
    read.emplace_back().price = price;
    appended.emplace_back().price = price;
    listed.emplace_back().price = price;
    forwarded.emplace_back(price, nameOf(price));
    bound.emplace_back().price = price;
    pointed.emplace_back().price = price;
    constructed.emplace_back();
    shown.emplace_back().price = price;
    empty.emplace_back().price = price;
  }
}

// There is one.
struct FewOk {
  std::string state = "open";
};
bool one() {
  FewOk few;
  return few.state == "open";
}
