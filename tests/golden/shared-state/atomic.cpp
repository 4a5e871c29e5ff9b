#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

std::atomic<long> seen = 0;

struct Statistics {
  std::atomic<int> m_bigCount{0};
  std::atomic<double> weight{0};
  std::atomic<std::uint64_t> bytes_read_{0};
};

void countBad(const std::vector<int> &items, Statistics &statistics) {
  // want-note@+2: inside this loop
  // want-note@+1: inside this loop
  for (int item : items) {
    seen += item; // want[review]: 'seen' is changed atomically once per iteration, though only the sum is asked for
    if (item > 2)
      ++statistics.m_bigCount; // want[review]: 'statistics.m_bigCount' is changed atomically
  }
}

// In several places, of one loop.
void branchesBad(const std::vector<std::string> &lines, Statistics *statistics) {
  for (std::size_t i = 0; i < lines.size(); ++i) { // want-note: inside this loop
    if (lines[i].empty()) {
      ++statistics->bytes_read_; // want[review]: 'statistics->bytes_read_' is changed
      continue;
    }
    statistics->bytes_read_ += lines[i].size();
  }
}

// The order is kept.
void relaxedBad(const std::vector<std::string> &lines, std::atomic<std::size_t> &total) {
  // want-note@+1: inside this loop
  for (const std::string &line : lines)
    total.fetch_add(line.size() + 1, std::memory_order_relaxed); // want[review]: 'total' is changed
}

void subtractBad(const std::vector<int> &items, std::atomic<int> *left) {
  // want-note@+1: inside this loop
  for (int item : items)
    left->fetch_sub(item); // want[review]: 'left' is changed
}

bool breakBad(const std::vector<int> &items, std::atomic<int> &found) {
  bool isWhole = true;
  // want-note@+1: inside this loop
  for (int item : items) {
    if (item < 0) {
      isWhole = false;
      break;
    }
    found++; // want[review]: 'found' is changed
  }
  return isWhole;
}

bool returnBad(const std::vector<int> &items, std::atomic<int> &found) {
  // want-note@+1: inside this loop
  for (int item : items) {
    if (item < 0)
      return false;
    found++; // want[advice]: 'found' is changed
  }
  return true;
}

// Two functions with orders of their own.
void ordersBad(const std::vector<int> &items, std::atomic<int> &count) {
  // want-note@+1: inside this loop
  for (int item : items) {
    if (item < 0)
      count.fetch_add(item, std::memory_order_release); // want[advice]: 'count' is changed
    else
      count.fetch_add(item, std::memory_order_relaxed);
  }
}

// Rounds in another order.
void weighBad(const std::vector<double> &items, Statistics &statistics) {
  // want-note@+1: inside this loop
  for (double item : items)
    statistics.weight += item; // want[advice]: 'statistics.weight' is changed
}

// Each amount is cut off.
void truncateBad(const std::vector<double> &items, std::atomic<int> &count) {
  // want-note@+1: inside this loop
  for (double item : items)
    count += item; // want[advice]: 'count' is changed
}

// The name is taken.
void takenBad(const std::vector<int> &items, std::atomic<int> &count, int localCount) {
  // want-note@+1: inside this loop
  for (int item : items)
    count += item + localCount; // want[advice]: 'count' is changed
}

int twice(int item) { return 2 * item; }

class Meter {
public:
  void addBad(const std::vector<int> &items) {
    // want-note@+1: inside this loop
    for (int item : items)
      total_ += twice(item); // want[review]: 'total_' is changed
  }

private:
  std::atomic<long> total_{0};
};

// What refers to a number is as slow as what is one.
void referredBad(const std::vector<int> &items, int &sum) {
  std::atomic_ref<int> shared(sum);
  // want-note@+1: inside this loop
  for (int item : items)
    shared += item; // want[review]: 'shared' is changed
}

// Once per row is seldom enough; the inner loop is another matter.
void rowsBad(const std::vector<std::vector<int>> &rows, std::atomic<int> &cells) {
  for (const std::vector<int> &row : rows) {
    // want-note@+1: inside this loop
    for (int cell : row)
      if (cell != 0)
        ++cells; // want[review]: 'cells' is changed
  }
}
