#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

struct Shape : std::enable_shared_from_this<Shape> {
  int value = 0;
  std::shared_ptr<Shape> next;
  std::function<void()> changed;
  void notify();
  virtual void update();
};
using ShapePtr = std::shared_ptr<Shape>;
void use(ShapePtr shape);
ShapePtr make(int i);
std::vector<ShapePtr> all();
ShapePtr &slot(int i);

// Kept, given away or counted.
void keepsOk(std::vector<ShapePtr> &from, std::vector<ShapePtr> &to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    to.push_back(shape);
  }
}
void movesOk(std::vector<ShapePtr> &from) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    use(std::move(shape));
  }
}
int countsOk(std::vector<ShapePtr> &from) {
  int shared = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    shared += shape.use_count() > 2;
  }
  return shared;
}
void capturedOk(std::vector<ShapePtr> &from, std::vector<std::function<int()>> &tasks) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    tasks.push_back([shape] { return shape->value; });
  }
}
int aliveOk(std::vector<ShapePtr> &from) {
  int sum = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    Shape *shape = from[i].get();
    auto keep = from[i];
    sum += shape->value;
  }
  return sum;
}

// Changed itself.
int walksOk(const std::vector<ShapePtr> &from) {
  int sum = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    while (shape) {
      sum += shape->value;
      shape = shape->next;
    }
  }
  return sum;
}
int resetOk(std::vector<ShapePtr> &from) {
  int sum = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto shape = from[i];
    sum += shape->value;
    shape.reset();
  }
  return sum;
}

// What is copied changes, or may.
int erasedOk(std::map<int, ShapePtr> &shapes) {
  int sum = 0;
  for (auto it = shapes.begin(); it != shapes.end();) {
    auto shape = it->second;
    it = shapes.erase(it);
    sum += shape->value;
  }
  return sum;
}
int replacedOk(std::vector<ShapePtr> &shapes, const ShapePtr &other) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    shapes[i] = other;
    sum += shape->value;
  }
  return sum;
}
int grownOk(std::vector<ShapePtr> &shapes, std::vector<ShapePtr> &perhapsTheSame) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    perhapsTheSame.push_back(nullptr);
    sum += shape->value;
  }
  return sum;
}
int stepsOk(const std::vector<int> &items, ShapePtr current) {
  int sum = 0;
  for (int item : items) {
    auto shape = current;
    current = shape->next;
    sum += shape->value * item;
  }
  return sum;
}
struct Holder {
  ShapePtr shape;
  void drop() { shape = nullptr; }
  int read() const { return shape->value; }
};
int droppedOk(std::vector<Holder> &holders) {
  int sum = 0;
  for (Holder &holder : holders) {
    auto shape = holder.shape;
    holder.drop();
    sum += shape->value;
  }
  return sum;
}
int assignedOk(std::vector<Holder> &holders, const Holder &other) {
  int sum = 0;
  for (Holder &holder : holders) {
    auto shape = holder.shape;
    holder = other;
    sum += shape->value;
  }
  return sum;
}
void notifiesOk(std::vector<ShapePtr> &shapes) {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    shape->notify();
  }
}
void overriddenOk(std::vector<ShapePtr> &shapes) {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    shape->update();
  }
}
void callsBackOk(std::vector<ShapePtr> &shapes) {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    shape->changed();
  }
}

// Copied while nobody may change it.
int lockedOk(std::vector<ShapePtr> &shapes, std::mutex &mutex) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    mutex.lock();
    auto shape = shapes[i];
    mutex.unlock();
    sum += shape->value;
  }
  return sum;
}
int unlockedOk(std::vector<ShapePtr> &shapes, std::mutex &mutex) {
  int sum = 0;
  std::unique_lock<std::mutex> lock(mutex, std::defer_lock);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    lock.lock();
    auto shape = shapes[i];
    lock.unlock();
    sum += shape->value;
  }
  return sum;
}

// Gone at the end of the statement, or made anew.
int temporaryOk(const std::vector<int> &items) {
  int sum = 0;
  for (int item : items) {
    auto shape = all()[item];
    sum += shape->value;
  }
  return sum;
}
int madeOk(const std::vector<int> &items) {
  int sum = 0;
  for (int item : items) {
    auto shape = make(item);
    sum += shape->value;
  }
  return sum;
}
int calledOk(const std::vector<int> &items) {
  int sum = 0;
  for (int item : items) {
    auto shape = slot(item);
    sum += shape->value;
  }
  return sum;
}
int convertedOk(std::vector<ShapePtr> &shapes) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    std::shared_ptr<const Shape> shape = shapes[i];
    sum += shape->value;
  }
  return sum;
}
int movedOutOk(std::vector<ShapePtr> &shapes) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = std::move(shapes[i]);
    sum += shape->value;
  }
  return sum;
}
int weakOk(std::vector<std::weak_ptr<Shape>> &shapes) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i)
    if (auto shape = shapes[i].lock())
      sum += shape->value;
  return sum;
}

// Does not matter.
int longOk(std::vector<ShapePtr> &shapes, const std::vector<int> &items) {
  int sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto shape = shapes[i];
    for (int item : items)
      sum += shape->value * item;
  }
  return sum;
}
int fewOk(std::vector<ShapePtr> &shapes) {
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    auto shape = shapes[i];
    sum += shape->value;
  }
  return sum;
}
int onceOk(std::vector<ShapePtr> &shapes) {
  auto shape = shapes[0];
  return shape->value;
}
int rangeOk(std::vector<ShapePtr> &shapes) {
  int sum = 0;
  for (auto &shape : shapes)
    sum += shape->value;
  return sum;
}
