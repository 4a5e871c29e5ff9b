#include <boost/container/small_vector.hpp>
#include <boost/container/vector.hpp>
#include <iostream>
#include <vector>

int boostBad(const std::vector<int> &items) {
  boost::container::vector<int> result;
  boost::container::small_vector<int, 4> few;
  for (int item : items)
    result.push_back(item); // want[safe]: to 'items.size()' elements
  for (int item : items)
    few.push_back(item); // want[safe]: to 'items.size()' elements
  return result.back() + few.back();
}

int main() { std::cout << boostBad({1, 2, 3}) << '\n'; }
