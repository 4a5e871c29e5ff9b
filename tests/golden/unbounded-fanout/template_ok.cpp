#include <thread>
#include <vector>

// The type of what is started is not known in the pattern.
template <typename Thread, typename T>
void templateOk(const std::vector<T> &items, void (*work)(T)) {
  for (const T &item : items)
    Thread(work, item).detach();
}

void work(int item);
void useOk(const std::vector<int> &items) {
  templateOk<std::thread>(items, work);
}
