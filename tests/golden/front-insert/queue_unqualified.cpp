#include <iostream>
#include <vector>
using std::vector;

int drainBad() {
  vector<int> queue(10, 2);
  int sum = 0;
  while (!queue.empty()) {
    sum = 2 * sum + queue.front();
    queue.erase(queue.begin()); // want[safe]: erasing at the front moves all other elements of 'queue'
  }
  return sum;
}

int main() { std::cout << drainBad() << '\n'; }
