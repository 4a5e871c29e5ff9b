#include <array>
#include <deque>
#include <fstream>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

struct OrderOk {
  bool a = false;
  double b = 0;
  bool c = false;
};

// One of each.
double once() {
  OrderOk order;
  return order.b;
}

void byHand(std::vector<OrderOk> &all) {
  all.emplace_back();
  all.push_back(OrderOk());
}

void three(std::vector<OrderOk> &all) {
  for (int i = 0; i < 3; ++i)
    all.emplace_back();
}

// Gone with the iteration.
double temporary(const std::vector<int> &ids) {
  double sum = 0;
  for (int id : ids) {
    OrderOk order;
    order.b = id;
    std::vector<OrderOk> some;
    some.push_back(order);
    sum += some.front().b;
  }
  return sum;
}

struct Group {
  std::vector<OrderOk> some;
};
double ofTemporary(const std::vector<int> &ids) {
  double sum = 0;
  for (int id : ids) {
    Group group;
    group.some.emplace_back().b = id;
    sum += group.some.front().b;
  }
  return sum;
}

// Leaves the loop.
void first(const std::vector<int> &ids, std::vector<OrderOk> &all) {
  for (int id : ids)
    if (id == 1) {
      all.emplace_back();
      break;
    }
}

void perWorker(std::vector<OrderOk> &all) {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    all.emplace_back();
}

void perDevice(const std::vector<int> &devices, std::vector<OrderOk> &all) {
  for (int device : devices)
    if (device)
      all.emplace_back();
}

void recent(const std::vector<int> &ids, std::deque<OrderOk> &all) {
  for (int id : ids) {
    OrderOk order;
    order.b = id;
    all.push_back(order);
    if (all.size() > 10)
      all.pop_front();
  }
}

bool next();
void unknown(std::vector<OrderOk> &all) {
  while (next())
    all.emplace_back();
}

OrderOk few[999];
std::array<OrderOk, 16> sixteen;

void numbers(unsigned n) {
  std::vector<OrderOk> all(n);
  std::vector<OrderOk> some(100);
  some.reserve(n);
  all.resize(n + 1);
}

// 24 bytes cost as much as 16.
void nodes(const std::vector<int> &ids, std::list<OrderOk> &all, std::map<int, OrderOk> &map,
           std::vector<std::unique_ptr<OrderOk>> &pointers) {
  for (int id : ids) {
    all.emplace_back();
    map[id].b = id;
    pointers.push_back(std::make_unique<OrderOk>());
  }
}

// Of blocks of 40 and 32 bytes, both take 48.
struct ShapeOk {
  bool a = false;
  double b = 0;
  bool c = false;
  double d[2] = {};
};
void shapes(const std::vector<int> &ids, std::vector<std::unique_ptr<ShapeOk>> &all) {
  for (unsigned i = 0; i < ids.size(); ++i)
    all.push_back(std::make_unique<ShapeOk>());
}

struct TreeOk {
  bool a = false;
  double b = 0;
  bool c = false;
  double d = 0;
  bool e = false;
};
void use(const TreeOk &);
class Owner {
public:
  // Each but the last is gone.
  void latest(const std::vector<int> &ids) {
    for (int id : ids) {
      current = std::make_unique<TreeOk>();
      current->b = id;
    }
  }

private:
  std::unique_ptr<TreeOk> current;
};
void dropped(const std::vector<int> &ids) {
  for (int id : ids) {
    const auto tree = std::make_unique<TreeOk>();
    tree->b = id;
    use(*tree);
    TreeOk *other = new TreeOk;
    other->b = id;
    use(*other);
    delete other;
  }
}

// What an arena allocates is as large as it is.
void *operator new(std::size_t size, std::vector<char> &arena);
void inArena(const std::vector<int> &ids, std::vector<char> &arena, TreeOk **all) {
  for (unsigned i = 0; i < ids.size(); ++i)
    all[i] = new (arena) TreeOk;
}

// What keeps a buffer, a file or a socket, there are few of.
struct BufferOk {
  bool a = false;
  double w = 0;
  bool b = false;
  double x = 0;
  bool c = false;
  double y = 0;
  bool d = false;
  double z = 0;
  std::stringbuf buffer;
};
struct OwnerOk {
  bool a = false;
  std::unique_ptr<std::ofstream> file;
  bool c = false;
};
struct Part {
  std::unique_ptr<std::ofstream> file;
};
struct PartOk {
  bool a = false;
  Part part;
  bool c = false;
};
struct DerivedOk : Part {
  bool a = false;
  double x = 0;
  bool c = false;
};
void buffers(const std::vector<int> &ids, std::vector<BufferOk> &all, std::vector<OwnerOk> &owners,
             std::vector<PartOk> &parts, std::vector<DerivedOk> &derived) {
  for (unsigned i = 0; i < ids.size(); ++i) {
    all.emplace_back();
    owners.emplace_back();
    parts.emplace_back();
    derived.emplace_back();
  }
}

int main(int argc, char **argv) {
  std::vector<OrderOk> arguments;
  const std::vector<std::string> args(argv, argv + argc);
  for (const std::string &arg : args) {
    OrderOk order;
    order.a = arg.empty();
    arguments.push_back(order);
  }
}
