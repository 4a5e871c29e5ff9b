#include <boost/container/flat_map.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>
#include <iostream>

int boostBad(boost::unordered_map<int, int> counts, int key) {
  if (counts.find(key) != counts.end())
    return counts[key]; // want[safe]: 'counts[key]'
  return 0;
}

int flatBad(const boost::container::flat_map<int, int> &counts, int key) {
  return counts.count(key) ? counts.at(key) : 0; // want[safe]: 'counts.at(key)'
}

bool setBad(boost::unordered_set<int> &seen, int key) {
  if (seen.count(key))
    return false;
  seen.insert(key); // want[safe]: 'seen.insert(key)'
  return true;
}

int main() {
  boost::unordered_map<int, int> counts;
  boost::container::flat_map<int, int> flat;
  boost::unordered_set<int> seen;
  counts[1] = flat[1] = 2;
  for (int key : {1, 2, 1})
    std::cout << boostBad(counts, key) << flatBad(flat, key)
              << setBad(seen, key);
}
