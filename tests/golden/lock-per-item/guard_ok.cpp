#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

int compute(int item);

struct Shard {
  std::mutex mutex;
  long total = 0;
};

class Store {
public:
  // Each has a mutex of its own.
  void shardsOk(std::vector<std::unique_ptr<Shard>> &shards) {
    for (const auto &shard : shards) {
      std::lock_guard<std::mutex> lock(shard->mutex);
      ++shard->total;
    }
  }
  void shardOfOk(std::vector<Shard> &shards, const std::vector<int> &items) {
    for (int item : items) {
      std::lock_guard<std::mutex> lock(shards[item % 16].mutex);
      shards[item % 16].total += item;
    }
  }

  // Others go on while this one works.
  void longOk(const std::vector<int> &items) {
    for (int item : items) {
      const int result = compute(item);
      std::lock_guard<std::mutex> lock(mutex_);
      results_.push_back(result);
    }
  }
  void ioOk(const std::vector<int> &items) {
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_);
      std::printf("%d\n", item);
    }
  }
  void callbackOk(const std::vector<int> &items, const std::function<void(int)> &visit) {
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_);
      visit(item);
    }
  }
  void innerLoopOk(const std::vector<std::vector<int>> &rows) {
    for (const auto &row : rows) {
      std::lock_guard<std::mutex> lock(mutex_);
      for (int item : row)
        results_.push_back(item);
    }
  }
  void sortedOk(const std::vector<std::vector<int>> &rows) {
    for (const auto &row : rows) {
      std::lock_guard<std::mutex> lock(mutex_);
      results_ = row;
      std::sort(results_.begin(), results_.end());
    }
  }
  void locksAgainOk(const std::vector<int> &items) {
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_);
      std::lock_guard<std::mutex> other(other_);
      results_.push_back(item);
    }
  }

  // Consumers.
  void consumeOk() {
    while (true) {
      std::unique_lock<std::mutex> lock(mutex_);
      ready_.wait(lock, [this] { return !queue_.empty(); });
      const int item = queue_.front();
      queue_.pop_front();
      lock.unlock();
      compute(item);
    }
  }
  void drainOk() {
    for (;;) {
      std::lock_guard<std::mutex> lock(mutex_);
      if (queue_.empty())
        break;
      queue_.pop_front();
    }
  }
  void triesOk(const std::vector<int> &items) {
    for (int item : items) {
      std::unique_lock<std::mutex> lock(mutex_, std::try_to_lock);
      if (lock)
        results_.push_back(item);
    }
  }
  void unlocksOk(const std::vector<int> &items) {
    for (int item : items) {
      std::unique_lock<std::mutex> lock(mutex_);
      results_.push_back(item);
      lock.unlock();
      done_ = item;
    }
  }
  void sometimesOk(const std::vector<int> &items) {
    for (int item : items)
      if (item < 0) {
        std::lock_guard<std::mutex> lock(mutex_);
        results_.push_back(item);
      }
  }

  // Few, once, or around the loop already.
  void fewOk() {
    for (int i = 0; i < 4; ++i) {
      std::lock_guard<std::mutex> lock(mutex_);
      results_.push_back(i);
    }
  }
  void onceOk(const std::vector<int> &items) {
    std::lock_guard<std::mutex> lock(mutex_);
    for (int item : items)
      results_.push_back(item);
  }
  void leavesOk(const std::vector<int> &items) {
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_);
      results_.push_back(item);
      break;
    }
  }

  // Run by several threads at once.
  void parallelOk(const std::vector<int> &items) {
    std::for_each(items.begin(), items.end(), [this](int item) {
      std::lock_guard<std::mutex> lock(mutex_);
      results_.push_back(item);
    });
  }

private:
  std::mutex mutex_;
  std::mutex other_;
  std::condition_variable ready_;
  std::deque<int> queue_;
  std::vector<int> results_;
  int done_ = 0;
};

// A class of this name.
struct lock_guard {
  explicit lock_guard(int) {}
};
void otherOk(const std::vector<int> &items, long &total) {
  for (int item : items) {
    lock_guard lock(1);
    total += item;
  }
}
