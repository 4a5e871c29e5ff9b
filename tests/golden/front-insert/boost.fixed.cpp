#include <algorithm>
#include <boost/container/deque.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/container/vector.hpp>
#include <iostream>
#include <vector>

void vectorBad(boost::container::vector<int> &result, const std::vector<int> &items) {
  for (int item : items)
    result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
}

boost::container::small_vector<int, 8> smallBad(const std::vector<int> &items) {
  boost::container::small_vector<int, 8> result;
  for (int item : items)
    result.emplace_back(item); // want[safe]: inserting at the front moves all elements of 'result'
  std::reverse(result.begin(), result.end());
  return result;
}

void queueBad(boost::container::vector<int> &queue) {
  while (!queue.empty())
    queue.erase(queue.begin()); // want[advice]: erasing at the front moves all other elements of 'queue'
}

void dequeOk(boost::container::deque<int> &result, const std::vector<int> &items) {
  for (int item : items)
    result.insert(result.begin(), item);
}

int main() {
  for (int item : smallBad({1, 2, 3}))
    std::cout << item;
}
