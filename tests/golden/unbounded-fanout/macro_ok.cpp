#include <thread>
#include <vector>

#define START(function, item) std::thread(function, item).detach()

void work(int item);

void macroOk(const std::vector<int> &items) {
  for (int item : items)
    START(work, item);
}
