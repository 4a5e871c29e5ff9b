#include <boost/make_shared.hpp>
#include <boost/shared_ptr.hpp>
#include <cstdio>
#include <vector>

int sumBad(std::vector<boost::shared_ptr<int>> &items) {
  int sum = 0;
  for (std::size_t i = 0; i < items.size(); ++i) { // want-note: inside this loop
    const boost::shared_ptr<int> &item = items[i]; // want[safe]: 'items[i]' is copied to 'item'
    sum += *item;
  }
  return sum;
}

int main() {
  std::vector<boost::shared_ptr<int>> items;
  for (int i = 0; i < 20; ++i)
    items.push_back(boost::make_shared<int>(i));
  std::printf("%d\n", sumBad(items));
}
