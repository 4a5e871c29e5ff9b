#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct OrderBad { // want[review]: each 'OrderBad' has 14 bytes of padding, and many are kept; another order of its fields saves 8 (56 bytes each → 48 bytes each)
  bool open;
  double price;
  bool paid;
  std::string name;
};

std::vector<OrderBad> read(const std::vector<double> &prices) {
  std::vector<OrderBad> orders;
  // want-note@+1: inside this loop
  for (double price : prices) {
    OrderBad order;
    order.price = price;
    orders.push_back(order); // want-note: 'orders' gets one per iteration here
  }
  return orders;
}

// The container lives longer than the function that a loop calls.
class Book {
public:
  void add(int id) {
    EntryBad entry;
    entry.id = id;
    entries.push_back(entry); // want-note: 'entries' gets one per iteration here
  }

private:
  struct EntryBad { // want[review]: each 'EntryBad' has 14 bytes of padding, and many are kept; another order of its fields saves 8 (24 bytes each → 16 bytes each)
    bool first;
    long id;
    char kind;
  };
  std::deque<EntryBad> entries;
};

void fill(Book &book, const std::vector<int> &ids) {
  // want-note@+1: inside this loop
  for (int id : ids)
    book.add(id);
}

// Nodes lose what is less than a multiple of 16.
struct NodeBad { // want[review]: each 'NodeBad' has 21 bytes of padding, and many are kept; another order of its fields saves 16 (48 bytes each → 32 bytes each)
  bool a;
  long x;
  bool b;
  long y;
  bool c;
  long z;
};

void values(const std::vector<std::string> &names, std::map<std::string, NodeBad> &all) {
  // want-note@+1: inside this loop
  for (const std::string &name : names)
    all[name].x = 1; // want-note: 'all' gets one per iteration here
}

struct CellBad { // want[review]: each 'CellBad' has 10 bytes of padding
  short row;
  double value;
  int column;
};
CellBad cells[64][64]; // want-note: 'cells' has 4096 of them

struct SlotBad { // want[review]: each 'SlotBad' has 10 bytes of padding
  short row;
  double value;
  int column;
};
struct Table {
  std::array<SlotBad, 1000> slots; // want-note: 'slots' has 1000 of them
};

struct PointBad { // want[review]: each 'PointBad' has 10 bytes of padding
  short row;
  double value;
  int column;
};
void points(const std::vector<int> &items) {
  std::vector<PointBad> all(items.size()); // want-note: room for 'items.size()' of them is made here
  all.front().row = 1;
}

struct RecordBad { // want[review]: each 'RecordBad' has 10 bytes of padding
  short row;
  double value;
  int column;
};
void records() {
  std::vector<RecordBad> all;
  all.reserve(100000); // want-note: room for '100000' of them is made here
}

struct BlockBad { // want[review]: each 'BlockBad' has 10 bytes of padding
  short row;
  double value;
  int column;
};
BlockBad *blocks() {
  return new BlockBad[65536]; // want-note: room for '65536' of them is made here
}

// 40 bytes need a block of 48, 24 one of 32.
struct ShapeBad { // want[review]: each 'ShapeBad' has 20 bytes of padding, and many are kept; another order of its fields saves 16 (40 bytes each → 24 bytes each)
  bool visible;
  double area;
  bool filled;
  double length;
  short layer;
};

void shapes(const std::vector<int> &ids, std::vector<std::unique_ptr<ShapeBad>> &all) {
  // want-note@+1: inside this loop
  for (int id : ids) {
    auto shape = std::make_unique<ShapeBad>(); // want-note: one is made and kept per iteration here
    shape->area = id;
    all.push_back(std::move(shape));
  }
}

struct TreeBad { // want[review]: each 'TreeBad' has 20 bytes of padding
  bool visible;
  TreeBad *left;
  bool filled;
  TreeBad *right;
  short layer;
};

void trees(const std::vector<int> &ids, TreeBad **all) {
  // want-note@+1: inside this loop
  for (unsigned i = 0; i < ids.size(); ++i)
    all[i] = new TreeBad; // want-note: one is made and kept per iteration here
}

struct SharedBad { // want[review]: each 'SharedBad' has 20 bytes of padding
  bool visible;
  double area;
  bool filled;
  double length;
  short layer;
};

void shared(const std::vector<int> &ids, std::unordered_map<int, std::shared_ptr<SharedBad>> &all) {
  // want-note@+1: inside this loop
  for (int id : ids)
    all.emplace(id, std::make_shared<SharedBad>()); // want-note: one is made and kept per iteration here
}

// What is before the fields belongs to the object, too.
struct Item {
  virtual ~Item() = default;
  int id = 0;
};
struct ChildBad : Item { // want[review]: each 'ChildBad' has 8 bytes of padding, and many are kept; another order of its fields saves 8 (32 bytes each → 24 bytes each)
  double value = 0;
  int first = 0;
};
std::vector<ChildBad> children(const std::vector<int> &ids) {
  std::vector<ChildBad> result;
  // want-note@+1: inside this loop
  for (int id : ids) {
    ChildBad child;
    child.id = id;
    result.push_back(child); // want-note: 'result' gets one per iteration here
  }
  return result;
}

// Of each container it is kept what it gets, whichever it is.
struct FrameBad { // want[review]: each 'FrameBad' has 14 bytes of padding
  bool key = false;
  double time = 0;
  bool last = false;
};
struct Event {
  std::vector<FrameBad> frames;
};
void log(const char *text);
class Stream {
public:
  void load(const std::vector<double> &times) {
    // want-note@+1: inside this loop
    for (double time : times) {
      FrameBad &frame = event->frames.emplace_back(); // want-note: 'event->frames' gets one per iteration here
      frame.time = time;
      log("loaded");
    }
  }

private:
  Event *event = nullptr;
};
