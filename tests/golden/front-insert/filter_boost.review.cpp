#include <algorithm>
#include <boost/container/small_vector.hpp>

void smallBad(boost::container::small_vector<int, 4> &items) {
  items.erase(std::remove_if(items.begin(), items.end(), [&](const auto &element) { return element == 0; }), items.end());
}
