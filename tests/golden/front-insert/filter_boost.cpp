#include <boost/container/small_vector.hpp>

void smallBad(boost::container::small_vector<int, 4> &items) {
  for (auto it = items.begin(); it != items.end();) {
    if (*it == 0)
      it = items.erase(it); // want[review]: each erase moves the elements behind it in 'items'
    else
      ++it;
  }
}
