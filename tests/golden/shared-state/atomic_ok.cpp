// args: -std=c++20 -fopenmp
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

std::atomic<int> next = 0;
std::atomic<bool> stop = false;
int compute(int item);

// The value is asked for.
void ticketsOk(std::vector<int> &items) {
  for (int &item : items)
    item = next++;
}
void readsOk(const std::vector<int> &items, std::atomic<int> &count) {
  for (int item : items) {
    count += item;
    if (count > 100)
      break;
  }
}
void conditionOk(const std::vector<int> &items, std::atomic<int> &count) {
  for (std::size_t i = 0; i < items.size() && count < 10; ++i)
    count += items[i];
}
int sumOk(const std::vector<int> &items, std::atomic<int> &count) {
  int sum = 0;
  for (int item : items)
    sum += count.fetch_add(item);
  return sum;
}

// Set, not added to.
void storesOk(const std::vector<int> &items, std::atomic<int> &last) {
  for (int item : items)
    last = item;
}
void maskOk(const std::vector<int> &items, std::atomic<int> &mask) {
  for (int item : items)
    mask |= item;
}

// Others look at it meanwhile: an item takes long, or may.
void progressOk(const std::vector<int> &items, std::atomic<int> &done) {
  for (int item : items) {
    compute(item);
    ++done;
  }
}
void printsOk(const std::vector<int> &items, std::atomic<int> &done) {
  for (int item : items) {
    std::printf("%d\n", item);
    ++done;
  }
}
void callbackOk(const std::vector<int> &items, std::atomic<int> &done,
                const std::function<void(int)> &visit) {
  for (int item : items) {
    visit(item);
    ++done;
  }
}
void nestedOk(const std::vector<std::vector<int>> &rows, std::atomic<int> &done, long &total) {
  for (const auto &row : rows) {
    for (int cell : row)
      total += cell;
    ++done;
  }
}
void locksOk(const std::vector<int> &items, std::mutex &mutex, std::atomic<int> &done) {
  for (int item : items) {
    std::lock_guard<std::mutex> lock(mutex);
    done += item;
  }
}
void stopsOk(const std::vector<int> &items, std::atomic<int> &done) {
  for (int item : items) {
    if (stop)
      break;
    done += item;
  }
}

// It tells others that something else is there.
void publishesOk(const std::vector<int> &items, int *ring, std::atomic<int> &written) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    ring[i] = items[i];
    written.fetch_add(1, std::memory_order_release);
  }
}
class Queue {
public:
  void pushAllOk(const std::vector<int> &items) {
    for (int item : items) {
      items_.push_back(item);
      ++size_;
    }
  }
  // Asked for in what the loop calls.
  void addAllOk(const std::vector<int> &items) {
    for (int item : items) {
      if (isFull())
        break;
      size_ += item;
    }
  }

private:
  bool isFull() const { return size_ > 100; }
  std::vector<int> items_;
  std::atomic<int> size_{0};
};
void handsOverOk(const std::vector<int> &items, std::atomic<int> &a, std::atomic<int> &b) {
  for (int item : items) {
    a += item;
    b.store(item);
  }
}

// Another one in each iteration.
void eachOk(std::vector<std::atomic<int>> &counts) {
  for (auto &count : counts)
    ++count;
}
void histogramOk(const std::vector<unsigned> &items, std::vector<std::atomic<int>> &counts) {
  for (unsigned item : items)
    ++counts[item % 64];
}

// Now and then, few, or once.
void batchOk(const std::vector<int> &items, std::atomic<int> &done) {
  int n = 0;
  for (int item : items) {
    n += item > 0;
    if (n % 1000 == 0)
      done += 1000;
  }
}
void fewOk(std::atomic<int> &count) {
  for (int i = 0; i < 4; ++i)
    count += i;
}
void leavesOk(const std::vector<int> &items, std::atomic<int> &found) {
  for (int item : items)
    if (item < 0) {
      ++found;
      break;
    }
}
void waitsOk(int n, std::atomic<int> &count) {
  for (int i = 0; i < n; ++i)
    ++count;
}

// Run by several threads at once.
void parallelOk(const std::vector<int> &items, std::atomic<int> &count) {
#pragma omp parallel for
  for (std::size_t i = 0; i < items.size(); ++i)
    count += items[i];
}
void algorithmOk(const std::vector<int> &items, std::atomic<int> &count) {
  std::for_each(items.begin(), items.end(), [&](int item) { count += item; });
}
void threadsOk(const std::vector<int> &items, std::atomic<int> &count) {
  std::vector<std::jthread> threads;
  for (int item : items)
    threads.emplace_back([&count, item] { count += item; });
}

// Not atomic.
void plainOk(const std::vector<int> &items, int &count) {
  for (int item : items)
    count += item;
}
struct Wrapped {
  void operator+=(int item) { value += item; }
  int value = 0;
};
void wrappedOk(const std::vector<int> &items, Wrapped &count) {
  for (int item : items)
    count += item;
}
// Steps through memory.
void pointerOk(const std::vector<int> &items, std::atomic<char *> &end) {
  for (int item : items)
    end += item;
}
// What changes has no name here.
std::atomic<int> &counterOf(int item);
void chosenOk(const std::vector<int> &items) {
  for (int item : items)
    counterOf(item) += item;
}
