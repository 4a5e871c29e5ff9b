#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

int total(const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items)
    sum += item;
  return sum;
}

// The items change.
void normaliseOk(std::vector<int> &items) {
  for (int &item : items)
    item -= total(items);
}

void growsOk(std::vector<int> items, int n) {
  while (static_cast<int>(items.size()) < n)
    items.push_back(total(items));
}

void elementOk(std::vector<int> &items) {
  for (size_t i = 0; i < items.size(); ++i)
    items[i] = total(items);
}

void iteratorOk(std::vector<int> &items) {
  for (auto it = items.begin(); it != items.end(); ++it)
    *it = total(items);
}

// Other items in each iteration.
int rowsOk(const std::vector<std::vector<int>> &rows) {
  int sum = 0;
  for (const auto &row : rows)
    sum += total(row);
  return sum;
}

int readInput(const std::vector<int> &items) {
  int sum = 0, each = 0;
  for (const int item : items)
    if (std::cin >> each)
      sum += each * item;
  return sum;
}

// What it does is more than computing.
int inputOk(const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items)
    sum += item * readInput(items);
  return sum;
}

int calls = 0;
int counted(const std::vector<int> &items) {
  ++calls;
  return total(items);
}

int countedOk(const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items)
    sum += item * counted(items);
  return sum;
}

int limit = 0;
int above(const std::vector<int> &items) {
  int n = 0;
  for (const int item : items)
    n += item > limit;
  return n;
}

int globalOk(const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items) {
    limit = item;
    sum += above(items);
  }
  return sum;
}

int largest(std::vector<int> &items) {
  std::sort(items.begin(), items.end());
  int last = 0;
  for (const int item : items)
    last = item;
  return last;
}

int sortsOk(std::vector<int> items, int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += largest(items);
  return sum;
}

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const {
    int sum = 0;
    for (const int side : Sides)
      sum += side;
    return sum;
  }
  std::vector<int> Sides;
};

int virtualOk(const Shape &shape, const std::vector<int> &items) {
  int sum = 0;
  for (const int item : items)
    sum += item * shape.area();
  return sum;
}

class Counter {
public:
  int sum() const {
    int result = 0;
    for (const int item : Items)
      result += item;
    return result;
  }
  void add(int item) { Items.push_back(item); }
  void addAllOk(const std::vector<int> &items) {
    for (const int item : items)
      add(item + sum());
  }

private:
  std::vector<int> Items;
};

void objectOk(Counter &counter, int n) {
  while (counter.sum() < n)
    counter.add(1);
}

void pointerOk(Counter *counter, const std::vector<int> &items) {
  for (const int item : items)
    counter->add(item - counter->sum());
}

// Sorted anew after each change.
void sortOk(std::vector<int> &items, const std::vector<int> &more) {
  for (const int item : more) {
    items.push_back(item);
    std::sort(items.begin(), items.end());
  }
}

// By something else in each iteration.
int sortByOk(std::vector<int> items, const std::vector<int> &centres) {
  int sum = 0;
  for (const int centre : centres) {
    std::sort(items.begin(), items.end(), [centre](int a, int b) {
      return std::abs(a - centre) < std::abs(b - centre);
    });
    sum += items.front();
  }
  return sum;
}
