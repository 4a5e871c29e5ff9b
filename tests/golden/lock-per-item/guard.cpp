#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

class Totals {
public:
  void addAllBad(const std::vector<int> &items) {
    // want-note@+1: inside this loop
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_); // want[review]: 'mutex_' is locked and unlocked once per iteration
      total_ += item;
    }
  }

  // Something follows that must not be locked.
  bool mergeBad(const std::vector<std::string> &names) {
    // want-note@+1: inside this loop
    for (const std::string &name : names) {
      const std::scoped_lock guard(mutex_); // want[review]: 'mutex_' is locked
      ++counts_[name];
    }
    return isEmpty();
  }

  // Around a part of the body, which does no more than the rest of it.
  void partBad(const std::vector<int> &items) {
    for (std::size_t i = 0; i < items.size(); ++i) { // want-note: inside this loop
      const int twice = items[i] * 2;
      {
        std::unique_lock<std::shared_mutex> lock(shared_); // want[review]: 'shared_' is locked
        total_ += twice;
      }
    }
  }

  void leavesBad(const std::vector<int> &items) {
    // want-note@+1: inside this loop
    for (int item : items) {
      std::lock_guard lock(mutex_); // want[review]: 'mutex_' is locked
      if (item < 0)
        return;
      values_.push_back(item);
    }
  }

  void byHandBad(const std::vector<int> &items) {
    // want-note@+1: inside this loop
    for (int item : items) {
      mutex_.lock(); // want[review]: 'mutex_' is locked
      total_ += item;
      mutex_.unlock();
    }
    isEmpty();
  }

  void byHandLeavesBad(const std::vector<int> &items) {
    // want-note@+1: inside this loop
    for (int item : items) {
      mutex_.lock(); // want[advice]: 'mutex_' is locked
      total_ += item;
      mutex_.unlock();
      if (item < 0)
        break;
    }
  }

  void takenBad(const std::vector<int> &items, int lock) {
    // want-note@+1: inside this loop
    for (int item : items) {
      std::lock_guard<std::mutex> lock(mutex_); // want[advice]: 'mutex_' is locked
      total_ += item;
    }
    total_ += lock;
  }

private:
  bool isEmpty() {
    std::lock_guard<std::mutex> lock(mutex_);
    return values_.empty();
  }

  std::mutex mutex_;
  std::shared_mutex shared_;
  long total_ = 0;
  std::vector<int> values_;
  std::map<std::string, int> counts_;
};
