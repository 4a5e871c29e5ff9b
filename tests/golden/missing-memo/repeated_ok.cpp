#include <cstdio>
#include <vector>

int total(const std::vector<int> &items) {
  int sum = 0;
  for (int item : items)
    sum += item;
  return sum;
}

// What it reads may have changed.
int pushedOk(std::vector<int> &items) {
  const int before = total(items);
  items.push_back(1);
  return before + total(items);
}
int elementOk(std::vector<int> &items) {
  const int before = total(items);
  items[0] = 2;
  return before + total(items);
}
int aliasedOk(std::vector<int> &items) {
  int &first = items[0];
  const int before = total(items);
  first = 2;
  return before + total(items);
}
int pointedOk(std::vector<int> &items) {
  int *first = items.data();
  const int before = total(items);
  *first = 2;
  return before + total(items);
}
void unseen();
int calledOk(std::vector<int> &items) {
  const int before = total(items);
  unseen();
  return before + total(items);
}
int loopOk(std::vector<std::vector<int>> &rows) {
  int sum = 0;
  for (const auto &row : rows) {
    sum += total(row);
    unseen();
  }
  return sum;
}
int changesInLoopOk(std::vector<int> &items) {
  int steps = total(items);
  while (total(items) > 0) {
    items.pop_back();
    ++steps;
  }
  return steps;
}
int lambdaOk(std::vector<int> items) {
  const auto drop = [&] { items.pop_back(); };
  const int before = total(items);
  drop();
  return before + total(items);
}
int localOk() {
  std::vector<int> items = {1, 2, 3};
  const std::vector<int> &alias = items;
  const int before = total(alias);
  items.clear();
  return before + total(alias);
}

long sumTo(int n) {
  long sum = 0;
  for (int i = 0; i < n; ++i)
    sum += i;
  return sum;
}
long otherArgumentOk(int n, int m) { return sumTo(n) + sumTo(m); }
long otherMeaningOk(int n) {
  const long before = sumTo(n);
  ++n;
  return before + sumTo(n);
}
long shadowedOk(int n) {
  const long outer = sumTo(n);
  {
    int n = 3;
    return outer + sumTo(n);
  }
}
long exclusiveOk(int n, bool twice) { return twice ? 2 * sumTo(n) : sumTo(n); }
long cheap(int n) { return n * 2L; }
long cheapOk(int n) { return cheap(n) + cheap(n); }
long few(int n) {
  long sum = 0;
  for (int i = 0; i < 4; ++i)
    sum += n;
  return sum;
}
long fewOk(int n) { return few(n) + few(n); }

// Not pure.
int seen = 0;
int counted(const std::vector<int> &items) {
  ++seen;
  return total(items);
}
int countedOk(const std::vector<int> &items) { return counted(items) + counted(items); }
int scale = 1;
int scaled(const std::vector<int> &items) {
  int sum = 0;
  for (int item : items)
    sum += item * scale;
  return sum;
}
int scaledOk(const std::vector<int> &items) { return scaled(items) + scaled(items); }
bool isEnd(std::FILE *file) {
  int c = 0;
  while ((c = std::fgetc(file)) == ' ') {
  }
  return c == EOF;
}
bool readsOk(std::FILE *file) { return isEnd(file) || isEnd(file); }
struct Parser {
  const char *at = "";
  bool next() {
    while (*at == ' ')
      ++at;
    return *at++ != 0;
  }
  bool twoOk() { return next() && next(); }
};
struct Base {
  virtual ~Base() = default;
  virtual int size() const {
    int n = 0;
    for (int value : values)
      n += value;
    return n;
  }
  std::vector<int> values;
};
int virtualOk(const Base &base) { return base.size() + base.size(); }

// A short climb.
struct Folder {
  const Folder *parent = nullptr;
  const Folder *root() const {
    const Folder *folder = this;
    while (folder->parent)
      folder = folder->parent;
    return folder;
  }
};
bool sameOk(const Folder &folder) { return folder.root() && folder.root()->parent == nullptr; }

// Others know the argument.
long capturedOk(int n) {
  const auto step = [&] { ++n; };
  const long before = sumTo(n);
  step();
  return before + sumTo(n);
}
void keep(int &n);
long keptOk(int n) {
  keep(n);
  const long before = sumTo(n);
  unseen();
  return before + sumTo(n);
}
