#include <set>

inline bool visitBad(std::set<int> &seen, int number) {
  if (!seen.count(number)) {
    seen.insert(number); // want[safe]: 'seen.insert(number)'
    return true;
  }
  return false;
}
