#include <atomic>
#include <vector>

template <typename T>
void countBad(const std::vector<int> &items, std::atomic<int> &count, T) {
  // want-note@+1: inside this loop
  for (int item : items)
    count += item; // want[review]: 'count' is changed
}

template <typename T> class Sum {
public:
  // Whether it is atomic, T says.
  void addOk(const std::vector<int> &items) {
    for (int item : items)
      sum_ += item;
  }

private:
  T sum_{0};
};

void use(const std::vector<int> &items, std::atomic<int> &count) {
  countBad(items, count, 1.0);
  Sum<std::atomic<int>> sum;
  sum.addOk(items);
}
