#include <mutex>
#include <vector>

template <typename T>
void addBad(const std::vector<int> &items, std::mutex &mutex, long &total, T) {
  // want-note@+1: inside this loop
  std::lock_guard<std::mutex> lock(mutex);
  for (int item : items) {
    // want[review]: 'mutex' is locked
    total += item;
  }
}

template <typename T> class Sink {
public:
  // What it costs to append depends on T.
  void appendOk(const std::vector<T> &items) {
    for (const T &item : items) {
      std::lock_guard<std::mutex> lock(mutex_);
      items_.push_back(item);
    }
  }

private:
  std::mutex mutex_;
  std::vector<T> items_;
};

void use(Sink<int> &sink, const std::vector<int> &items, std::mutex &mutex) {
  long total = 0;
  addBad(items, mutex, total, 1.0);
  sink.appendOk(items);
}
