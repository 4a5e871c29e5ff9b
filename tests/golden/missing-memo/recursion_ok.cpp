#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

// One way at a time.
int factorialOk(int n) { return n < 2 ? 1 : n * factorialOk(n - 1); }
int eitherOk(int n) { return n % 2 ? eitherOk(n - 1) : eitherOk(n - 2); }
int branchOk(int n) {
  if (n < 2)
    return n;
  if (n % 2)
    return branchOk(n - 1) + 1;
  return branchOk(n - 2) + 2;
}
int gcdOk(int a, int b) { return b == 0 ? a : gcdOk(b, a % b); }

// Each part of a tree is gone through once.
struct Node {
  int value = 0;
  Node *left = nullptr;
  Node *right = nullptr;
  std::vector<std::unique_ptr<Node>> children;
  int sizeOk() const {
    return 1 + (left ? left->sizeOk() : 0) + (right ? right->sizeOk() : 0);
  }
  int depthOk(int level) const {
    int deepest = level;
    for (const auto &child : children)
      deepest = std::max(deepest, child->depthOk(level + 1));
    return deepest;
  }
};
int heightOk(const Node *node) {
  return node ? 1 + std::max(heightOk(node->left), heightOk(node->right)) : 0;
}
int heapOk(const std::vector<int> &heap, std::size_t at) {
  return at >= heap.size()
             ? 0
             : heap[at] + heapOk(heap, 2 * at + 1) + heapOk(heap, 2 * at + 2);
}
int treeOk(const Node *node, int depth) {
  return node ? std::max(treeOk(node->left, depth + 1),
                         treeOk(node->right, depth + 1))
              : depth;
}

// Halves of a range.
long sumOk(const std::vector<int> &items, int low, int high) {
  if (high - low == 1)
    return items[low];
  const int middle = (low + high) / 2;
  return sumOk(items, low, middle) + sumOk(items, middle, high);
}

// What is chosen tells each sub-problem from all others.
int subsetsOk(int i, int mask) {
  return i == 0 ? mask % 7 : subsetsOk(i - 1, mask) + subsetsOk(i - 1, mask + (1 << i));
}
int bitsOk(int i, int mask) {
  return i == 0 ? mask % 7 : bitsOk(i - 1, mask) + bitsOk(i - 1, mask | (1 << i));
}
int ackermannOk(int m, int n) {
  if (m == 0)
    return n + 1;
  return n == 0 ? ackermannOk(m - 1, 1) : ackermannOk(m - 1, ackermannOk(m, n - 1));
}

// Effects.
int moves = 0;
int hanoiOk(int n, int from, int to) {
  if (n == 0)
    return 0;
  ++moves;
  return hanoiOk(n - 1, from, to) + hanoiOk(n - 1, to, from);
}
int loudOk(int n) {
  std::printf("%d\n", n);
  return n < 2 ? n : loudOk(n - 1) + loudOk(n - 2);
}
int randomOk(int n) { return n < 2 ? std::rand() : randomOk(n - 1) + randomOk(n - 2); }
int markOk(std::vector<int> &seen, int i) {
  seen[i] = 1;
  return i < 2 ? 1 : markOk(seen, i - 1) + markOk(seen, i - 2);
}
int outOk(int n, int *calls) {
  *calls += 1;
  return n < 2 ? n : outOk(n - 1, calls) + outOk(n - 2, calls);
}
volatile int sensor = 0;
int volatileOk(int n) {
  return n < 2 ? sensor : volatileOk(n - 1) + volatileOk(n - 2);
}
int callbackOk(int n, const std::function<int(int)> &leaf) {
  return n < 2 ? leaf(n) : callbackOk(n - 1, leaf) + callbackOk(n - 2, leaf);
}
int unseen(int n);
int unseenOk(int n) { return n < 2 ? unseen(n) : unseenOk(n - 1) + unseenOk(n - 2); }
int countsCallsOk(int n) {
  static int calls = 0;
  ++calls;
  return n < 2 ? calls : countsCallsOk(n - 1) + countsCallsOk(n - 2);
}

// Memoised already.
long tableOk(int n) {
  static std::unordered_map<int, long> memo;
  if (const auto it = memo.find(n); it != memo.end())
    return it->second;
  return memo[n] = n < 2 ? n : tableOk(n - 1) + tableOk(n - 2);
}
long handedOk(int n, std::vector<long> &memo) {
  if (memo[n] >= 0)
    return memo[n];
  return memo[n] = n < 2 ? n : handedOk(n - 1, memo) + handedOk(n - 2, memo);
}
class Fib {
public:
  long atOk(int n) {
    if (memo_.count(n) != 0)
      return memo_[n];
    const long value = n < 2 ? n : atOk(n - 1) + atOk(n - 2);
    memo_[n] = value;
    return value;
  }

private:
  std::map<int, long> memo_;
};
class Lazy {
public:
  long atOk(int n) const {
    long &value = values_[n];
    if (value == 0)
      value = n < 2 ? n : atOk(n - 1) + atOk(n - 2);
    return value;
  }

private:
  mutable std::map<int, long> values_;
};

// Computed when the program is compiled, or asked for little.
consteval int constevalOk(int n) { return n < 2 ? n : constevalOk(n - 1) + constevalOk(n - 2); }
constexpr int constexprOk(int n) { return n < 2 ? n : constexprOk(n - 1) + constexprOk(n - 2); }
static_assert(constexprOk(10) == 55);
int table[constevalOk(7)];
static int littleOk(int n) { return n < 2 ? n : littleOk(n - 1) + littleOk(n - 2); }
int askLittle() { return littleOk(12); }

// May be something else in a derived class.
class Virtual {
public:
  virtual ~Virtual() = default;
  virtual int stepOk(int n) { return n < 2 ? n : stepOk(n - 1) + stepOk(n - 2); }
};

// Changed on the way.
int changedOk(int n) {
  if (n < 2)
    return n;
  const int first = changedOk(n - 1);
  n /= 2;
  return first + changedOk(n - 1);
}
int carriedOk(int n, int seed) {
  if (n < 2)
    return seed;
  seed = seed * 31 + n;
  return carriedOk(n - 1, seed) + carriedOk(n - 2, seed);
}

// Characters, not numbers: patterns are short.
bool matchesOk(const char *text, const char *pattern) {
  if (*pattern == '*')
    return matchesOk(text, pattern + 1) || (*text && matchesOk(text + 1, pattern));
  return *text == *pattern && (*text == 0 || matchesOk(text + 1, pattern + 1));
}
