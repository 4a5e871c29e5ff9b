#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  int value = 0;
  std::string name;
  int weight() const { return value * 2; }
  void mark() { isMarked = true; }
  bool isMarked = false;
};
using ShapePtr = std::shared_ptr<Shape>;

struct Entry {
  ShapePtr shape;
  int count = 0;
};

long indexBad(std::vector<ShapePtr> &shapes) {
  long sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) { // want-note: inside this loop
    const auto &shape = shapes[i]; // want[safe]: 'shapes[i]' is copied to 'shape' once per iteration, which counts its owners up and down atomically, though 'shape' is only read // want-advice: const auto &shape = shapes[i];
    sum += shape->value;
  }
  return sum;
}

long mapBad(const std::map<int, ShapePtr> &shapes) {
  long sum = 0;
  // want-note@+1: inside this loop
  for (const auto &entry : shapes) {
    const std::shared_ptr<Shape> &shape = entry.second; // want[safe]: 'entry.second' is copied to 'shape'
    if (shape)
      sum += shape->weight();
  }
  return sum;
}

long iteratorBad(std::map<std::string, ShapePtr> &shapes) {
  long sum = 0;
  for (auto it = shapes.begin(); it != shapes.end(); ++it) { // want-note: inside this loop
    const ShapePtr &shape(it->second); // want[safe]: 'it->second' is copied to 'shape'
    if (shape != nullptr)
      sum += (*shape).value;
  }
  return sum;
}

long memberBad(std::vector<Entry> &entries) {
  long sum = 0;
  // want-note@+1: inside this loop
  for (Entry &entry : entries) {
    ++entry.count;
    const auto &shape = entry.shape; // want[safe]: 'entry.shape' is copied to 'shape'
    shape->mark();
    sum += shape->isMarked + shape.get()->value;
  }
  return sum;
}

class Graph {
public:
  void add(int value) {
    shapes_.push_back(std::make_shared<Shape>());
    shapes_.back()->value = value;
  }
  int countBad(const std::vector<int> &items) {
    int count = 0;
    // want-note@+1: inside this loop
    for (int item : items) {
      const auto &shape = shapes_[item]; // want[safe]: 'shapes_[item]' is copied to 'shape'
      count += shape->value > 1;
    }
    return count;
  }

private:
  std::vector<ShapePtr> shapes_;
};

int main() {
  std::vector<ShapePtr> shapes;
  std::map<int, ShapePtr> byNumber{{9, nullptr}};
  std::map<std::string, ShapePtr> byName{{"", nullptr}};
  std::vector<Entry> entries;
  Graph graph;
  for (int i = 0; i < 5; ++i) {
    auto shape = std::make_shared<Shape>();
    shape->value = i;
    shapes.push_back(shape);
    byNumber[i] = shape;
    byName[std::to_string(i)] = shape;
    entries.push_back({shape, i});
    graph.add(i);
  }
  std::cout << indexBad(shapes) << ' ' << mapBad(byNumber) << ' '
            << iteratorBad(byName) << ' ' << memberBad(entries) << ' '
            << memberBad(entries) << ' ' << graph.countBad({0, 1, 2, 3}) << '\n';
  shapes.clear();
  std::cout << indexBad(shapes) << ' ' << graph.countBad({}) << '\n';
}
