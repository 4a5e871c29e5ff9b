#include <deque>
#include <iostream>
#include <vector>
using std::vector;

int drainBad() {
  std::deque<int> queue(10, 2);
  int sum = 0;
  while (!queue.empty()) {
    sum = 2 * sum + queue.front();
    queue.pop_front(); // want[safe]: erasing at the front moves all other elements of 'queue'
  }
  return sum;
}

int main() { std::cout << drainBad() << '\n'; }
