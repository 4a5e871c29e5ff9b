#include "feed.h"

void Feed::onBatch(std::function<void(const std::vector<Order> &)> Then) {
  Batch = std::move(Then);
}

void Feed::deliver(const std::vector<Order> &All) {
  for (const Order &Each : All) // want-note: inside this loop
    this->Each(Each); // want[advice]: each 'this->Each' leads to this SELECT
  Batch(All);
}

void forEach(const std::vector<Order> &All, const std::function<void(const Order &)> &Visit) {
  for (const Order &Each : All) // want-note: inside this loop
    Visit(Each); // want[advice]: each 'Visit' leads to this SELECT
}

void fill(Sink &To, const std::vector<Order> &All) {
  for (const Order &Each : All) // want-note: inside this loop
    To.take(Each); // want[advice]: each 'To.take' leads to this SELECT
}

void (*Audit)(int Id) = nullptr;

void auditAll(const std::vector<Order> &All) {
  for (const Order &Each : All) // want-note: inside this loop
    Audit(Each.Id); // want[advice]: each 'Audit' leads to this SELECT
}
