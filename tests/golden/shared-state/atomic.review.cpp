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
  long localSeen = 0;
  int localBigCount = 0;
  for (int item : items) {
    localSeen += item; // want[review]: 'seen' is changed atomically once per iteration, though only the sum is asked for
    if (item > 2)
      ++localBigCount; // want[review]: 'statistics.m_bigCount' is changed atomically
  }
  statistics.m_bigCount += localBigCount;
  seen += localSeen;
}

// In several places, of one loop.
void branchesBad(const std::vector<std::string> &lines, Statistics *statistics) {
  std::uint64_t local_bytes_read = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) { // want-note: inside this loop
    if (lines[i].empty()) {
      ++local_bytes_read; // want[review]: 'statistics->bytes_read_' is changed
      continue;
    }
    local_bytes_read += lines[i].size();
  }
  statistics->bytes_read_ += local_bytes_read;
}

// The order is kept.
void relaxedBad(const std::vector<std::string> &lines, std::atomic<std::size_t> &total) {
  // want-note@+1: inside this loop
  std::size_t localTotal = 0;
  for (const std::string &line : lines)
    localTotal += line.size() + 1; // want[review]: 'total' is changed
  total.fetch_add(localTotal, std::memory_order_relaxed);
}

void subtractBad(const std::vector<int> &items, std::atomic<int> *left) {
  // want-note@+1: inside this loop
  int localLeft = 0;
  for (int item : items)
    localLeft += item; // want[review]: 'left' is changed
  left->fetch_sub(localLeft);
}

bool breakBad(const std::vector<int> &items, std::atomic<int> &found) {
  bool isWhole = true;
  // want-note@+1: inside this loop
  int localFound = 0;
  for (int item : items) {
    if (item < 0) {
      isWhole = false;
      break;
    }
    localFound++; // want[review]: 'found' is changed
  }
  found += localFound;
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
    long localTotal = 0;
    for (int item : items)
      localTotal += twice(item); // want[review]: 'total_' is changed
    total_ += localTotal;
  }

private:
  std::atomic<long> total_{0};
};

// What refers to a number is as slow as what is one.
void referredBad(const std::vector<int> &items, int &sum) {
  std::atomic_ref<int> shared(sum);
  // want-note@+1: inside this loop
  int localShared = 0;
  for (int item : items)
    localShared += item; // want[review]: 'shared' is changed
  shared += localShared;
}

// Once per row is seldom enough; the inner loop is another matter.
void rowsBad(const std::vector<std::vector<int>> &rows, std::atomic<int> &cells) {
  for (const std::vector<int> &row : rows) {
    // want-note@+1: inside this loop
    int localCells = 0;
    for (int cell : row)
      if (cell != 0)
        ++localCells; // want[review]: 'cells' is changed
    cells += localCells;
  }
}
