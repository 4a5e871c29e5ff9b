#include <ostream>
#include <string>
#include <vector>

namespace {

struct OrderBad {
  double price = 0;
  std::string state = "open"; // want[advice]: 'state' of each 'OrderBad', of which many are kept, is a copy of a literal, and never holds anything else (40 bytes each → 24 bytes each)
  // want-note@-1: such as this one
};

std::vector<OrderBad> orders(const std::vector<double> &prices) {
  std::vector<OrderBad> result;
  // want-note@+1: inside this loop
  for (double price : prices) {
    OrderBad order;
    order.price = price;
    order.state = price > 100 ? "large" : "small";
    result.push_back(order); // want-note: 'result' gets one per iteration here
  }
  return result;
}

bool isLarge(const OrderBad &order) { return order.state == "large" && !order.state.empty(); }
std::ostream &operator<<(std::ostream &out, const OrderBad &order) { return out << order.state; }

} // namespace

class Shape {
public:
  explicit Shape(int corners) : kind_(corners == 4 ? "rectangle" : "polygon"), corners_(corners) {} // want-note: such as this one
  bool isRectangle() const { return kind_ == "rectangle"; }

private:
  std::string kind_; // want[advice]: 'kind_' of each 'Shape'
  int corners_;
};

void shapes(const std::vector<int> &corners, std::vector<Shape> &all) {
  // want-note@+1: inside this loop
  for (int each : corners)
    all.emplace_back(each); // want-note: 'all' gets one per iteration here
}
