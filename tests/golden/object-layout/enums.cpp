#include <memory>
#include <string>
#include <vector>

enum class Side { Buy, Sell }; // want-note: its values fit in one byte, it has 4
enum class State { Open, Paid, Shipped }; // want-note: its values fit in one byte, it has 4

struct OrderBad { // want[review]: each 'OrderBad', of which many are kept, has enumerators of few values ('Side', 'State') that take more than a byte; with one byte for each it is 8 smaller (24 bytes each → 16 bytes each)
  double price = 0;
  int count = 0;
  Side side = Side::Buy;
  State state = State::Open;
  bool urgent = false;
};

std::vector<OrderBad> orders(const std::vector<double> &prices) {
  std::vector<OrderBad> result;
  // want-note@+1: inside this loop
  for (double price : prices) {
    OrderBad order;
    order.price = price;
    result.push_back(order); // want-note: 'result' gets one per iteration here
  }
  return result;
}

// One of the two is enough.
enum class Kind { A, B };
enum class Level { Low = -1, High = 100 }; // want-note: its values fit in one byte, it has 4

struct EventBad { // want[review]: has enumerators of few values ('Level')
  double time = 0;
  Kind kind = Kind::A;
  Level level = Level::High;
  bool seen = false;
};

void events(const std::vector<double> &times, std::vector<EventBad> &all) {
  // want-note@+1: inside this loop
  for (double time : times)
    all.emplace_back().time = time; // want-note: 'all' gets one per iteration here
}

// Values without a class of their own would be printed as characters.
enum Colour { Red, Green }; // want-note: its values fit in one byte, it has 4

struct PointBad { // want[advice]: has enumerators of few values ('Colour')
  double x = 0;
  Colour colour = Red;
  int layer = 0;
  short row = 0;
};

struct OtherBad { // want[advice]: has enumerators of few values ('Colour')
  float x = 0;
  Colour first = Red;
  Colour second = Red;
  Colour third = Red;
};

void points(const std::vector<double> &xs, std::vector<PointBad> &all, std::vector<OtherBad> &others) {
  // want-note@+1: inside this loop
  for (double x : xs) {
    all.emplace_back().x = x; // want-note: 'all' gets one per iteration here
    others.emplace_back().x = 1; // want-note: 'others' gets one per iteration here
  }
}

// Any number may be converted to it.
enum class Code { Ok, Failed }; // want-note: its values fit in one byte, it has 4

struct ReplyBad { // want[advice]: has enumerators of few values ('Code')
  double time = 0;
  Code code = Code::Ok;
  int size = 0;
  bool last = false;
};

void replies(const std::vector<int> &codes, std::vector<ReplyBad> &all) {
  // want-note@+1: inside this loop
  for (int code : codes)
    all.emplace_back().code = static_cast<Code>(code); // want-note: 'all' gets one per iteration here
}
