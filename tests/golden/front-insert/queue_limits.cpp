#include <span>
#include <vector>

// A deque would not do.
void give(const std::vector<int> &);
int sumOf(const int *, std::size_t);

int addressBad(std::vector<int> items) {
  std::vector<int> queue(10);
  int sum = 0;
  while (!queue.empty()) {
    sum += sumOf(&queue[0], queue.size());
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  }
  return sum;
}

int frontAddressBad() {
  std::vector<int> queue(10);
  int sum = 0;
  while (!queue.empty()) {
    const int *first = &queue.front();
    sum += first[0];
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  }
  return sum;
}

void passedBad() {
  std::vector<int> queue(10);
  while (!queue.empty()) {
    give(queue);
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  }
}

std::vector<int> returnedBad() {
  std::vector<int> queue(10);
  while (!queue.empty() && queue.back() != 1)
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  return queue;
}

// Both would change their type.
void twoNamesBad() {
  std::vector<int> queue(10), other(10);
  while (!queue.empty())
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  give(other);
}

// The lambda sees only half of its uses.
void capturedBad() {
  std::vector<int> queue(10);
  const auto drain = [&queue] {
    while (!queue.empty())
      queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  };
  drain();
  give(queue);
}

void namedTypeBad() {
  using Queue = std::vector<int>;
  Queue queue(10);
  while (!queue.empty())
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
}

void decltypeBad() {
  std::vector<int> queue(10);
  decltype(queue) other(3);
  while (!queue.empty())
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
  give(other);
}

void bitsBad() {
  std::vector<bool> queue(10);
  while (!queue.empty())
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
}

// Half of the queue at once.
void halfBad(std::vector<int> &queue) {
  while (queue.size() != 1)
    queue.erase(queue.begin(), queue.begin() + 2); // want[advice]: erasing at the front moves all other elements of 'queue'
}
