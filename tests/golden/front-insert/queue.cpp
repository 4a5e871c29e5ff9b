#include <iostream>
#include <vector>

int drainBad() {
  std::vector<int> queue;
  queue.push_back(1);
  int sum = 0;
  while (!queue.empty()) {
    const int next = queue.front();
    queue.erase(queue.begin()); // want[safe]: erasing at the front moves all other elements of 'queue'
    sum += next;
    if (next < 100) {
      queue.push_back(2 * next);
      queue.push_back(3 * next);
    }
  }
  return sum;
}

int main() { std::cout << drainBad() << '\n'; }
