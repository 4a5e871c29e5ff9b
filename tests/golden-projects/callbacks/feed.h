#pragma once
#include <functional>
#include <string>
#include <vector>

struct Order {
  int Id = 0;
  std::string Customer;
};

// Gives each order to whoever has asked for it.
class Feed {
public:
  using Handler = std::function<void(const Order &)>;

  void onOrder(Handler Then) { Each = std::move(Then); }
  void onBatch(std::function<void(const std::vector<Order> &)> Then);
  void deliver(const std::vector<Order> &All);

private:
  Handler Each;
  std::function<void(const std::vector<Order> &)> Batch;
};

// Called once per element of All, in a file of its own.
void forEach(const std::vector<Order> &All, const std::function<void(const Order &)> &Visit);

// One of two.
struct Sink {
  virtual ~Sink() = default;
  virtual void take(const Order &Each) = 0;
};
struct Counter : Sink {
  void take(const Order &) override { ++Count; }
  int Count = 0;
};
void fill(Sink &To, const std::vector<Order> &All);

// Set once, when the program starts.
extern void (*Audit)(int Id);
void auditAll(const std::vector<Order> &All);
