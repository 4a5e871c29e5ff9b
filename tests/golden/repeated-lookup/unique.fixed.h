#include <set>

inline bool visitBad(std::set<int> &seen, int number) {
  if (seen.insert(number).second) {
    // want[safe]: 'seen.insert(number)'
    return true;
  }
  return false;
}
